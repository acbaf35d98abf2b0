package io.sensorium.delivery.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the addresses of a host, and refuses the host when one of them is refused. Whoever connects
 * must connect to the very addresses that come from here, and not look the name up again: the
 * second answer may be another.
 */
public final class CheckedLookup {

  /** Asks for the addresses of a name; takes an address written as a name for itself. */
  @FunctionalInterface
  public interface Names {

    /** The names that the operating system knows. */
    Names OF_SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> lookUp(String host) throws UnknownHostException;
  }

  private final Names names;
  private final AddressRules rules;

  public CheckedLookup(Names names, AddressRules rules) {
    this.names = names;
    this.rules = rules;
  }

  /** The addresses, all of them checked; at least one. */
  public List<InetAddress> lookUp(String host) throws UnknownHostException, RefusedHostException {
    var addresses = names.lookUp(bare(host));
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    for (var address : addresses) {
      var refusal = rules.refusal(address);
      if (refusal.isPresent()) { // the address itself is not told: it may be a secret of this net
        throw new RefusedHostException("the address of " + host + " is " + refusal.get());
      }
    }
    return List.copyOf(addresses);
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
