package io.sensorium.core.network;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * Neighbouring addresses, written as {@code 10.0.0.0/8}, {@code fc00::/7}, or as one address.
 *
 * @param base the first of them
 * @param prefixBits how many leading bits they have in common
 */
public record AddressRange(InetAddress base, int prefixBits) {

  public AddressRange {
    var bytes = base.getAddress();
    if (prefixBits < 0 || prefixBits > 8 * bytes.length) {
      throw new IllegalArgumentException("no address has a prefix of " + prefixBits + " bits");
    }
    if (!Arrays.equals(bytes, masked(bytes, prefixBits))) {
      throw new IllegalArgumentException(
          base.getHostAddress() + " has bits beyond a prefix of " + prefixBits);
    }
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      var address = InetAddress.ofLiteral(text);
      return new AddressRange(address, 8 * address.getAddress().length);
    }
    var base = InetAddress.ofLiteral(text.substring(0, slash));
    return new AddressRange(base, Integer.parseInt(text.substring(slash + 1)));
  }

  /** Whether the address is of the same family and has the prefix. */
  public boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    var own = base.getAddress();
    return bytes.length == own.length && Arrays.equals(own, masked(bytes, prefixBits));
  }

  private static byte[] masked(byte[] bytes, int prefixBits) {
    var masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.clamp(prefixBits - 8 * i, 0, 8);
      masked[i] &= (byte) (0xff << (8 - kept));
    }
    return masked;
  }
}
