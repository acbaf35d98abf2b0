package io.sensorium.store.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.Workflow.Command;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of workflows does. */
public abstract class WorkflowsContract extends SensingContract {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant EXPIRY = NOW.plusSeconds(3_600);

  private SensorUser anna;
  private Gateway gateway;
  private DataSource source;

  @BeforeEach
  void aGateway() {
    anna = user("anna@example.org");
    gateway = gateway("1", anna);
    source = source(sensor(gateway, "aa00bb01"), "temp");
  }

  private NewWorkflow reboot(Gateway target) {
    return new NewWorkflow(anna.id(), target.id(), Command.REBOOT, null, null, NOW, EXPIRY);
  }

  private NewWorkflow interval(int seconds) {
    return new NewWorkflow(
        anna.id(),
        gateway.id(),
        Command.SET_INTERVAL,
        source.sensor(),
        Duration.ofSeconds(seconds),
        NOW,
        EXPIRY);
  }

  private Workflow report(Gateway reporter, Workflow workflow, State state) {
    return workflows
        .report(reporter.id(), workflow.id(), state, 50, null, null, LATER)
        .orElseThrow();
  }

  @Test
  void aWorkflowIsQueuedAndOutlivesARestart() {
    var started = workflows.start(interval(300));
    reopen();

    assertThat(started.isNew()).isTrue();
    assertThat(workflows.find(started.workflow().id())).contains(started.workflow());
    assertThat(started.workflow())
        .isEqualTo(
            new Workflow(
                started.workflow().id(),
                anna.id(),
                gateway.id(),
                Command.SET_INTERVAL,
                source.sensor(),
                Duration.ofMinutes(5),
                State.QUEUED,
                0,
                null,
                null,
                NOW,
                NOW,
                EXPIRY));
    assertThat(workflows.find(new WorkflowId(999))).isEmpty();
  }

  @Test
  void theSameCommandRunsOnceAtATime() {
    var first = workflows.start(reboot(gateway)).workflow();

    var again = workflows.start(reboot(gateway));
    var other = workflows.start(interval(300));

    assertThat(again.isNew()).isFalse();
    assertThat(again.workflow()).isEqualTo(first);
    assertThat(other.isNew()).isTrue();

    report(gateway, first, State.SUCCEEDED);

    assertThat(workflows.start(reboot(gateway)).isNew()).isTrue();
  }

  @Test
  void aWorkflowWhoseTimeIsOverDoesNotHinderTheNext() {
    workflows.start(reboot(gateway));
    var next =
        new NewWorkflow(
            anna.id(), gateway.id(), Command.REBOOT, null, null, EXPIRY, EXPIRY.plusSeconds(9));

    assertThat(workflows.start(next).isNew()).isTrue();
  }

  @Test
  void aMasterFetchesItsOwnCommandsAndThoseOfItsSlaves() {
    var slave = slave("2", gateway);
    var stranger = gateway("3", anna);
    var first = workflows.start(reboot(slave)).workflow();
    var second = workflows.start(reboot(gateway)).workflow();
    workflows.start(reboot(stranger));

    assertThat(workflows.listQueued(gateway.id())).containsExactly(first, second);
    assertThat(workflows.listQueued(slave.id())).containsExactly(first);
  }

  @Test
  void whatIsFetchedIsSentOnce() {
    var id = workflows.start(reboot(gateway)).workflow().id();

    assertThat(workflows.markSent(List.of(id), LATER))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.state()).isEqualTo(State.SENT);
              assertThat(sent.updatedAt()).isEqualTo(LATER);
            });

    assertThat(workflows.markSent(List.of(id), LATER)).isEmpty();
    assertThat(workflows.listQueued(gateway.id())).isEmpty();
  }

  @Test
  void whatIsTooLateIsNotSent() {
    var id = workflows.start(reboot(gateway)).workflow().id();

    assertThat(workflows.markSent(List.of(id), EXPIRY)).isEmpty();
  }

  @Test
  void aReportTellsHowFarItHasComeAndNeverGoesBack() {
    var workflow = workflows.start(reboot(gateway)).workflow();

    assertThat(report(gateway, workflow, State.RUNNING).progressPercent()).isEqualTo(50);
    assertThat(report(gateway, workflow, State.ACKNOWLEDGED).state()).isEqualTo(State.RUNNING);
    var ended =
        workflows
            .report(gateway.id(), workflow.id(), State.FAILED, 70, "{\"a\":1}", "no", LATER)
            .orElseThrow();
    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(ended.result()).isEqualTo("{\"a\":1}");
    assertThat(ended.error()).isEqualTo("no");
    assertThat(report(gateway, workflow, State.SUCCEEDED)).isEqualTo(ended);
  }

  @Test
  void onlyTheGatewayOrItsMasterReports() {
    var slave = slave("2", gateway);
    var ofSlave = workflows.start(reboot(slave)).workflow();
    var ofMaster = workflows.start(reboot(gateway)).workflow();

    assertThat(report(gateway, ofSlave, State.RUNNING).state()).isEqualTo(State.RUNNING);
    assertThat(report(slave, ofSlave, State.SUCCEEDED).state()).isEqualTo(State.SUCCEEDED);
    assertThat(workflows.report(slave.id(), ofMaster.id(), State.SUCCEEDED, 100, null, null, LATER))
        .isEmpty();
    assertThat(workflows.find(ofMaster.id())).contains(ofMaster);
  }

  @Test
  void anIntervalHoldsOnceTheGatewayHasSetIt() {
    var workflow = workflows.start(interval(300)).workflow();
    report(gateway, workflow, State.RUNNING);
    assertThat(devices.findSource(source.id())).contains(source);

    report(gateway, workflow, State.SUCCEEDED);

    assertThat(devices.findSource(source.id()).orElseThrow().interval())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void anIntervalThatCouldNotBeSetStaysAsItWas() {
    var workflow = workflows.start(interval(300)).workflow();

    report(gateway, workflow, State.FAILED);

    assertThat(devices.findSource(source.id())).contains(source);
  }

  @Test
  void whatIsNotDoneInTimeExpiresOnce() {
    var workflow = workflows.start(reboot(gateway)).workflow();
    workflows.markSent(List.of(workflow.id()), LATER);

    assertThat(workflows.expire(EXPIRY.minusMillis(1))).isEmpty();
    assertThat(workflows.expire(EXPIRY))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(workflow.id());
              assertThat(it.state()).isEqualTo(State.EXPIRED);
              assertThat(it.updatedAt()).isEqualTo(EXPIRY);
            });
    assertThat(workflows.expire(EXPIRY.plusSeconds(1))).isEmpty();
    assertThat(report(gateway, workflow, State.SUCCEEDED).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatEndedIsAnnouncedOnceAlsoAfterARestart() {
    var first = workflows.start(reboot(gateway)).workflow();
    var second = workflows.start(interval(300)).workflow();
    assertThat(workflows.listUnannounced(10)).isEmpty();
    report(gateway, first, State.SUCCEEDED);
    workflows.expire(EXPIRY);

    reopen();

    assertThat(workflows.listUnannounced(10))
        .extracting(Workflow::id)
        .containsExactly(first.id(), second.id());
    workflows.markAnnounced(List.of(first.id()));
    assertThat(workflows.listUnannounced(10)).extracting(Workflow::id).containsExactly(second.id());
  }

  @Test
  void workflowsGoWithTheirGatewayAndWithTheirOwner() {
    var first = workflows.start(reboot(gateway)).workflow();
    devices.deleteGateway(gateway.id());
    var second = workflows.start(reboot(gateway("2", anna))).workflow();
    users.delete(anna.id());

    assertThat(workflows.find(first.id())).isEmpty();
    assertThat(workflows.find(second.id())).isEmpty();
  }
}
