package io.sensorium.delivery.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.network.AddressRange;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private final AddressRules rules = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200", // metadata of a cloud
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254", // metadata of most clouds
        "168.63.129.16", // metadata of a cloud, amid public addresses
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1", // mapped IPv4
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe", // 169.254.169.254 mapped
        "::7f00:1", // 127.0.0.1 in the old, compatible form
        "64:ff9b::7f00:1", // 127.0.0.1 by NAT64
        "64:ff9b::808:808", // even what is public by NAT64
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1", // Teredo
        "2001:db8::1",
        "2002:7f00:1::1", // 127.0.0.1 by 6to4
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254", // metadata of a cloud
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void anAddressThatIsNotOfThePublicInternetIsRefused(String address) {
    assertThat(rules.refusal(InetAddress.ofLiteral(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00:1450:4001:80b::200e"
      })
  void anAddressOfThePublicInternetIsNot(String address) {
    assertThat(rules.refusal(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void theConfigurationAllowsRangesBesides() {
    var lenient =
        new AddressRules(
            List.of(
                AddressRange.parse("192.168.7.0/24"),
                AddressRange.parse("10.1.2.3"),
                AddressRange.parse("fd12::/16")));

    assertThat(lenient.refusal(InetAddress.ofLiteral("192.168.7.255"))).isEmpty();
    assertThat(lenient.refusal(InetAddress.ofLiteral("::ffff:192.168.7.1"))).isEmpty();
    assertThat(lenient.refusal(InetAddress.ofLiteral("192.168.8.0"))).isPresent();
    assertThat(lenient.refusal(InetAddress.ofLiteral("10.1.2.3"))).isEmpty();
    assertThat(lenient.refusal(InetAddress.ofLiteral("10.1.2.4"))).isPresent();
    assertThat(lenient.refusal(InetAddress.ofLiteral("fd12:ffff::1"))).isEmpty();
    assertThat(lenient.refusal(InetAddress.ofLiteral("fd13::1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.1/8",
        "10.0.0.0/",
        "::/129",
        "house.example/8",
        "localhost",
        "10.0.0.0/8/8"
      })
  void whatIsNoRangeIsNotTakenForOne(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
