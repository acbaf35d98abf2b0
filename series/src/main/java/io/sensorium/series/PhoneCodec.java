package io.sensorium.series;

import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.PhoneState.CallState;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phone states as bytes. Times have microseconds. */
public final class PhoneCodec {

  private static final CallState[] CALLS = CallState.values();
  private static final long ABSENT = -1;

  private PhoneCodec() {}

  public static byte[] encode(List<PhoneState> states) {
    var out = Frame.start(Frame.Format.PHONE, 64 + 4 * states.size());
    write(out, states);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static List<PhoneState> decode(byte[] bytes) {
    return read(Frame.open(Frame.Format.PHONE, bytes));
  }

  static void write(ByteWriter out, List<PhoneState> states) {
    int size = states.size();
    out.writeVarint(size);
    if (size == 0) {
      return;
    }
    var column = new long[size];
    Arrays.setAll(column, row -> Micros.of(states.get(row).time()));
    LongColumn.write(out, column, size);
    Arrays.setAll(column, row -> number(states.get(row).screenOn()));
    GapColumn.write(out, column, size, ABSENT);
    Arrays.setAll(column, row -> number(states.get(row).call()));
    GapColumn.write(out, column, size, ABSENT);
    Arrays.setAll(column, row -> number(states.get(row).mounted()));
    GapColumn.write(out, column, size, ABSENT);
    Arrays.setAll(column, row -> number(states.get(row).charging()));
    GapColumn.write(out, column, size, ABSENT);
    writeBattery(out, states);
    TextColumn.write(out, texts(states));
  }

  static List<PhoneState> read(ByteReader in) {
    int size = in.readCount(Frame.MAX_ITEMS);
    if (size == 0) {
      return List.of();
    }
    var time = new long[size];
    LongColumn.read(in, time, size);
    var screenOn = readNumbers(in, size, 2);
    var call = readNumbers(in, size, CALLS.length);
    var mounted = readNumbers(in, size, 2);
    var charging = readNumbers(in, size, 2);
    var hasBattery = readNumbers(in, size, 2);
    var battery = new double[size];
    RealColumn.read(in, battery, size);
    var audioRoute = TextColumn.read(in, size);
    var states = new ArrayList<PhoneState>(size);
    for (int row = 0; row < size; row++) {
      states.add(
          new PhoneState(
              Micros.toInstant(time[row]),
              flag(screenOn[row]),
              call[row] == ABSENT ? null : CALLS[(int) call[row]],
              flag(mounted[row]),
              hasBattery[row] == 1 ? battery[row] : null,
              flag(charging[row]),
              audioRoute.get(row)));
    }
    return states;
  }

  private static void writeBattery(ByteWriter out, List<PhoneState> states) {
    var present = new long[states.size()];
    var battery = new double[states.size()];
    for (int row = 0; row < battery.length; row++) {
      var ratio = states.get(row).batteryRatio();
      present[row] = ratio == null ? 0 : 1;
      battery[row] = ratio == null ? 0 : ratio;
    }
    GapColumn.write(out, present, present.length, ABSENT);
    RealColumn.write(out, battery, battery.length);
  }

  private static List<@Nullable String> texts(List<PhoneState> states) {
    var texts = new ArrayList<@Nullable String>(states.size());
    states.forEach(state -> texts.add(state.audioRoute()));
    return texts;
  }

  private static long[] readNumbers(ByteReader in, int size, int limit) {
    var column = new long[size];
    GapColumn.read(in, column, size, ABSENT);
    for (long number : column) {
      if (number < ABSENT || number >= limit) {
        throw new DamagedBytesException("no such phone state: " + number);
      }
    }
    return column;
  }

  private static long number(@Nullable Boolean flag) {
    if (flag == null) {
      return ABSENT;
    }
    return flag ? 1 : 0;
  }

  private static long number(@Nullable CallState call) {
    return call == null ? ABSENT : call.ordinal();
  }

  private static @Nullable Boolean flag(long number) {
    return number == ABSENT ? null : number == 1;
  }
}
