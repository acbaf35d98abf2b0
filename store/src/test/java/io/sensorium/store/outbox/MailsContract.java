package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.store.outbox.Mails.Due;
import io.sensorium.store.outbox.Mails.Mail;
import io.sensorium.store.outbox.Mails.Note;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all mails do. */
public abstract class MailsContract extends OutboxContract {

  private static final Mail MAIL = new Mail("<1@sensorium>", ANNA, "subject", "text\n");

  @Test
  void notesWaitForEachOwner() {
    note("a", BERT);
    note("b", ANNA);
    note("c", ANNA);
    reopen();

    assertThat(mails.listOwnersWithNotes()).containsExactly(BERT, ANNA);
    assertThat(mails.listNotes(ANNA, 10))
        .extracting(Note::subject)
        .containsExactly("about b", "about c");
    assertThat(mails.listNotes(ANNA, 1)).hasSize(1);
    assertThat(mails.listNotes(ANNA, 1).getFirst().at()).isEqualTo(NOON);
  }

  @Test
  void notesThatAreInAMailWaitNoLongerAndTheMailDoes() {
    note("a", ANNA);
    note("b", ANNA);
    var notes = mails.listNotes(ANNA, 10);

    mails.compose(notes, MAIL, NOON);
    mails.compose(notes, MAIL, NOON);
    reopen();

    assertThat(mails.listNotes(ANNA, 10)).isEmpty();
    assertThat(mails.countMails(ANNA, NOON.minusSeconds(1))).isEqualTo(1);
    assertThat(mails.countMails(ANNA, NOON)).isZero();
    assertThat(mails.findDue(NOON.minusSeconds(1))).isEmpty();
    var due = mails.findDue(NOON).orElseThrow();
    assertThat(due).isEqualTo(new Due(due.position(), MAIL, 0));
  }

  @Test
  void aMailThatFailedIsDueAgainUntilItIsGivenUpOrSent() {
    note("a", ANNA);
    mails.compose(mails.listNotes(ANNA, 10), MAIL, NOON);
    var due = mails.findDue(NOON).orElseThrow();
    var later = NOON.plusSeconds(60);

    mails.markFailed(due.position(), "no answer", later, NOON);
    assertThat(mails.findDue(later.minusSeconds(1))).isEmpty();
    assertThat(mails.findDue(later)).contains(new Due(due.position(), MAIL, 1));

    mails.markFailed(due.position(), "no such user", null, later);
    assertThat(mails.findDue(later.plusSeconds(9_999))).isEmpty();

    mails.prune(later.plus(Mails.KEPT_FOR));
    assertThat(mails.countMails(ANNA, NOON.minusSeconds(1))).isEqualTo(1);
    mails.prune(later.plus(Mails.KEPT_FOR).plusSeconds(1));
    assertThat(mails.countMails(ANNA, NOON.minusSeconds(1))).isZero();
  }

  @Test
  void aMailThatWasSentIsNotDue() {
    note("a", ANNA);
    mails.compose(mails.listNotes(ANNA, 10), MAIL, NOON);

    mails.markSent(mails.findDue(NOON).orElseThrow().position(), NOON);

    assertThat(mails.findDue(NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void notesOfAnOwnerAreDropped() {
    note("a", ANNA);
    note("b", BERT);

    mails.dropNotes(ANNA);

    assertThat(mails.listOwnersWithNotes()).containsExactly(BERT);
  }

  private void note(String key, SensorUserId owner) {
    notifications.add(List.of(alarm(key, owner)));
    var pending = notifications.listPending(1).getFirst();
    var note = new NewNote("about " + key, "text of " + key);
    notifications.tell(List.of(pending), new Told(List.of(), Optional.of(note)), NOON);
  }
}
