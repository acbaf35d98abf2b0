package io.sensorium.api.gateway;

import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows;
import java.time.Instant;

/**
 * Tells owners that their workflows ended. What ended and was not told, because the server stopped
 * in between, is told the next time.
 */
public final class WorkflowEnds {

  private static final int AT_ONCE = 500;

  private final Workflows workflows;
  private final Notifications notifications;

  public WorkflowEnds(Workflows workflows, Notifications notifications) {
    this.workflows = workflows;
    this.notifications = notifications;
  }

  /** Ends what is too late, and tells of it. */
  public void expire(Instant now) {
    workflows.expire(now);
    announce();
  }

  /** Tells of all that ended and is not told. */
  public void announce() {
    var ended = workflows.listUnannounced(AT_ONCE);
    while (!ended.isEmpty()) {
      notifications.add(ended.stream().map(WorkflowEnds::notification).toList());
      workflows.markAnnounced(ended.stream().map(Workflow::id).toList());
      ended = workflows.listUnannounced(AT_ONCE);
    }
  }

  private static Notification notification(Workflow workflow) {
    return new Notification(
        "workflow:" + workflow.id() + ":finished",
        workflow.owner(),
        NotificationType.WORKFLOW_FINISHED,
        workflow.updatedAt(),
        false,
        new Subject.OfWorkflow(workflow.id(), workflow.gateway()));
  }
}
