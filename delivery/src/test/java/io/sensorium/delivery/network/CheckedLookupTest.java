package io.sensorium.delivery.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedLookupTest {

  private static final AddressRules RULES = new AddressRules(List.of());

  @Test
  void aPublicNameLeadsToItsAddresses() throws IOException {
    assertThat(lookup("198.41.0.4", "2606:4700::1111").lookUp("receiver.example"))
        .containsExactly(
            InetAddress.ofLiteral("198.41.0.4"), InetAddress.ofLiteral("2606:4700::1111"));
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsRefusedAndTheAddressNotTold() {
    assertThatThrownBy(() -> lookup("10.1.2.3").lookUp("receiver.example"))
        .isInstanceOf(RefusedHostException.class)
        .hasMessage("the address of receiver.example is private");
  }

  @Test
  void oneRefusedAddressAmongOthersRefusesTheName() {
    assertThatThrownBy(() -> lookup("198.41.0.4", "::1").lookUp("receiver.example"))
        .isInstanceOf(RefusedHostException.class);
  }

  @Test
  void aNameWithoutAddressIsUnknown() {
    assertThatThrownBy(() -> lookup().lookUp("receiver.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "2130706433",
        "127.1",
        "0"
      })
  void anAddressInPlaceOfANameIsJudgedAlike(String host) {
    var lookup = new CheckedLookup(CheckedLookup.Names.OF_SYSTEM, RULES);

    assertThatThrownBy(() -> lookup.lookUp(host)).isInstanceOf(IOException.class);
  }

  private static CheckedLookup lookup(String... addresses) {
    var found = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    return new CheckedLookup(_ -> found, RULES);
  }
}
