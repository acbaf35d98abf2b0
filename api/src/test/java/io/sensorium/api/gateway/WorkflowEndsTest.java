package io.sensorium.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.outbox.NotificationQueue;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowEndsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
  private static final Instant EXPIRY = NOW.plusSeconds(3_600);

  @TempDir private Path directory;
  private Store store;
  private Workflows workflows;
  private SensorUser anna;
  private Gateway gateway;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    workflows = store.workflows();
    anna =
        store
            .sensorUsers()
            .create(new NewUser(null, "a@b", "hash", "An", "Na", Set.of(), NOW))
            .orElseThrow();
    gateway =
        store
            .devices()
            .createGateway(new NewGateway("1", GatewayType.DEFAULT, null, null, "token", NOW))
            .orElseThrow();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Workflow reboot() {
    return workflows
        .start(
            new NewWorkflow(
                anna.id(), gateway.id(), Workflow.Command.REBOOT, null, null, NOW, EXPIRY))
        .workflow();
  }

  private List<Notification> told() {
    return store.outbox().notifications().listPending(10).stream()
        .map(NotificationQueue.Pending::notification)
        .toList();
  }

  @Test
  void anExpiredWorkflowIsToldToItsOwnerOnce() {
    var workflow = reboot();
    var ends = new WorkflowEnds(workflows, store.outbox().notifications());
    ends.expire(EXPIRY.minusSeconds(1));
    assertThat(told()).isEmpty();

    ends.expire(EXPIRY);
    ends.expire(EXPIRY.plusSeconds(60));

    assertThat(told())
        .containsExactly(
            new Notification(
                "workflow:" + workflow.id() + ":finished",
                anna.id(),
                NotificationType.WORKFLOW_FINISHED,
                EXPIRY,
                false,
                new Subject.OfWorkflow(workflow.id(), gateway.id())));
  }

  @Test
  void whatEndedBeforeAStopIsToldAfterIt() {
    var workflow = reboot();
    workflows.report(gateway.id(), workflow.id(), State.SUCCEEDED, 100, null, null, NOW);
    store.close();
    store = Store.openSqlite(directory);

    new WorkflowEnds(store.workflows(), store.outbox().notifications()).announce();

    assertThat(told())
        .extracting(Notification::subject)
        .containsExactly(new Subject.OfWorkflow(workflow.id(), gateway.id()));
  }
}
