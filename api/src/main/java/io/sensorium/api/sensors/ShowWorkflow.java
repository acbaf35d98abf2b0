package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.WorkflowJson;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.store.sensing.Workflows;

/** {@code GET /v1/workflows/:id} */
final class ShowWorkflow implements SensorMethod {

  private final Workflows workflows;
  private final DateStyle dates;

  ShowWorkflow(Workflows workflows, DateStyle dates) {
    this.workflows = workflows;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var workflow =
        workflows
            .find(new WorkflowId(call.pathId("id")))
            .filter(found -> found.owner().equals(call.owner()))
            .orElseThrow(ApiError::notFound);
    int maxAge = workflow.state().isFinal() ? MaxAge.GREATEST : MaxAge.RUNNING_WORKFLOW;
    return Answer.keptFor(
        maxAge, json -> WorkflowJson.write(json.name("workflow"), dates, workflow));
  }
}
