package io.sensorium.delivery.network;

import io.sensorium.core.network.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be connected to: those of the public internet, and what the configuration
 * allows besides.
 */
public final class AddressRules {
  /*
   * IPv4 by the special-purpose registry of IANA (RFC 6890 and its successors). Of IPv6 only global
   * unicast is public; parts of it that stand for IPv4 addresses (6to4, Teredo), and NAT64 outside
   * of it, are refused as a whole: they could lead to any private address. A mapped address
   * (::ffff:10.0.0.1) is an IPv4 address to Java, and is judged as one.
   */

  private record Refused(AddressRange range, String kind) {}

  private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");

  private static final List<Refused> REFUSED =
      List.of(
          refused("0.0.0.0/8", "of this host"),
          refused("10.0.0.0/8", "private"),
          refused("100.64.0.0/10", "shared by customers of a carrier"),
          refused("127.0.0.0/8", "loopback"),
          refused("169.254.0.0/16", "link-local, or a cloud's metadata"),
          refused("172.16.0.0/12", "private"),
          refused("192.0.0.0/24", "reserved for protocols"),
          refused("192.0.2.0/24", "for documentation"),
          refused("192.88.99.0/24", "a relay of 6to4"),
          refused("192.168.0.0/16", "private"),
          refused("198.18.0.0/15", "for benchmarks"),
          refused("198.51.100.0/24", "for documentation"),
          refused("203.0.113.0/24", "for documentation"),
          refused("168.63.129.16", "a cloud's metadata"),
          refused("224.0.0.0/4", "multicast"),
          refused("240.0.0.0/4", "reserved, or broadcast"),
          refused("2001::/23", "reserved for protocols"),
          refused("2001:db8::/32", "for documentation"),
          refused("2002::/16", "6to4, which stands for an IPv4 address"),
          refused("3fff::/20", "for documentation"));

  private final List<AddressRange> allowed;

  /** Rules that allow some ranges besides. */
  public AddressRules(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Of what kind the address is, for which it is refused; empty when it may be connected to. */
  public Optional<String> refusal(InetAddress address) {
    if (allowed.stream().anyMatch(range -> range.contains(address))) {
      return Optional.empty();
    }
    if (address instanceof Inet6Address && !GLOBAL_IPV6.contains(address)) {
      return Optional.of("not of the public internet");
    }
    return REFUSED.stream()
        .filter(refused -> refused.range().contains(address))
        .map(Refused::kind)
        .findFirst();
  }

  private static Refused refused(String range, String kind) {
    return new Refused(AddressRange.parse(range), kind);
  }
}
