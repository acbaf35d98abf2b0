package io.sensorium.simulator.phone;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.people.Episode;
import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.random.Dice;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * All that a phone records between two instants, chunk by chunk in the order of time. It holds one
 * chunk and one episode, so a year takes no more memory than a day.
 */
public final class Recording implements Iterator<Signals> {

  private static final long BOOT_MICROS = 40 * Micros.PER_SECOND;
  private static final double LARGEST_JITTER_SECONDS = 1;

  private final Iterator<Episode> life;
  private final Sampling sampling;
  private final NoiseProfile noise;
  private final int fixesPerChunk;
  private final Outages outages;
  private final Receiver receiver;
  private final SideStreams sides;
  private final MotionStream motion;
  private final Dice dice;
  private final long endMicros;
  private final double jitterMicros;
  private Episode episode;
  private long slotMicros;
  private long bootMicros;
  private long offSinceMicros = Long.MIN_VALUE;

  /**
   * Prepares a recording.
   *
   * @param life episodes that cover the time from {@code start} to {@code end}
   * @throws IllegalArgumentException when {@code fixesPerChunk} is not positive
   */
  public Recording(
      Person person,
      Iterator<Episode> life,
      Instant start,
      Instant end,
      PhoneProfile phone,
      int fixesPerChunk) {
    if (fixesPerChunk <= 0) {
      throw new IllegalArgumentException("fixesPerChunk must be positive: " + fixesPerChunk);
    }
    var seeds = new Dice(person.seed()).fork("phone");
    this.life = life;
    this.sampling = phone.sampling();
    this.noise = phone.noise();
    this.fixesPerChunk = fixesPerChunk;
    this.slotMicros = Micros.of(start);
    this.endMicros = Micros.of(end);
    this.dice = seeds.fork("recording");
    this.bootMicros = slotMicros - (long) (dice.uniform(1, 20) * Micros.PER_DAY);
    this.outages = new Outages(noise, person.town().setting().zone(), seeds);
    this.receiver = new Receiver(noise, person.town().plane(), slotMicros, seeds);
    this.sides = new SideStreams(noise, outages, seeds);
    this.motion = new MotionStream(phone.sensesMotion(), outages, seeds);
    double seconds = sampling.interval().toMillis() / 1_000.0;
    this.jitterMicros = Math.min(LARGEST_JITTER_SECONDS, 0.05 * seconds) * Micros.PER_SECOND;
    this.episode = life.next();
    sides.begin(episode, endMicros);
    motion.begin(episode);
  }

  @Override
  public boolean hasNext() {
    return slotMicros < endMicros;
  }

  @Override
  public Signals next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the recording has ended");
    }
    var fixes = new FixTrack.Builder(fixesPerChunk);
    while (slotMicros < endMicros && fixes.size() < fixesPerChunk) {
      record(fixes);
      slotMicros = sampling.nextMicros(slotMicros, episode);
    }
    long until = slotMicros < endMicros ? slotMicros : endMicros;
    return new Signals(
        fixes.build(),
        motion.take(until),
        sides.takeActivity(until),
        sides.takePhone(until),
        sides.takeSteps(until));
  }

  private void record(FixTrack.Builder fixes) {
    long time = jittered(slotMicros);
    while (time >= episode.endMicros()) {
      episode = life.next();
      begin(episode);
    }
    if (isSilent(time)) {
      return;
    }
    boolean indoors = episode instanceof Episode.Stay;
    long uptimeMillis = (time - bootMicros) / Micros.PER_MILLI;
    var measured = new FixTrack.Builder(1);
    receiver.measure(time, episode.at(time), indoors, uptimeMillis, measured);
    var fix = measured.build();
    fixes.addRow(fix, 0);
    if (dice.chance(noise.duplicateShare())) {
      fixes.addRow(fix, 0);
    }
  }

  private void begin(Episode next) {
    sides.begin(next, endMicros);
    motion.begin(next);
  }

  private boolean isSilent(long time) {
    if (outages.isOff(time)) {
      offSinceMicros = time;
      return true;
    }
    if (offSinceMicros != Long.MIN_VALUE) {
      bootMicros = time - BOOT_MICROS;
      offSinceMicros = Long.MIN_VALUE;
    }
    return outages.isGap(time);
  }

  /** Whole milliseconds a little after the slot; never beyond the next one or the end. */
  private long jittered(long slot) {
    long late = (long) (dice.uniform() * jitterMicros) / Micros.PER_MILLI * Micros.PER_MILLI;
    return Math.min(slot + late, endMicros - Micros.PER_MILLI);
  }
}
