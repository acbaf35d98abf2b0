package io.sensorium.server.contract;

import static io.sensorium.server.contract.GatewayClient.row;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * One of each kind of thing that a user can own, and what is recognisable of them in answers.
 *
 * @param ids by the names that templates of calls have for them: {@code {gateway}}, {@code
 *     {sensor}}, {@code {source}}, {@code {seq}}, {@code {alarm}}, {@code {callback}}, {@code
 *     {delivery}}, {@code {workflow}}, {@code {user}}
 */
@NullMarked
record Possessions(String mark, GatewayClient gateway, Map<String, Long> ids) {

  /** Ids that nothing has. */
  static final Possessions NOBODYS =
      new Possessions(
          "nobody",
          new GatewayClient(0, "NOBODY-GW", "", new Caller(HttpClient.newHttpClient(), "", null)),
          unknown());

  private static Map<String, Long> unknown() {
    var ids = new LinkedHashMap<String, Long>();
    for (var name :
        new String[] {
          "gateway", "sensor", "source", "seq", "alarm", "callback", "delivery", "workflow", "user"
        }) {
      ids.put(name, 987_654_321L);
    }
    return ids;
  }

  /** Makes one of each; all texts begin with the mark, and values with the digits. */
  static Possessions of(SensorSite site, Person owner, String mark, double value) {
    var gateway = site.newGateway(mark + "-GW", owner);
    var paired = gateway.pair(mark + "-S", "temp");
    long source = paired.source("temp");
    var now = Instant.now();
    gateway.send(row(mark + "-S", "temp", now.minusSeconds(600), value));
    var last = gateway.send(row(mark + "-S", "temp", now.minusSeconds(60), value + 1));
    owner.post("/v1/gateways/" + gateway.id(), "name=" + mark + "-house").ok();
    owner.post("/v1/sensors/" + paired.id(), "name=" + mark + "-fridge").ok();
    var ids = new LinkedHashMap<String, Long>();
    ids.put("user", owner.id());
    ids.put("gateway", gateway.id());
    ids.put("sensor", paired.id());
    ids.put("source", source);
    ids.put("seq", last.path("seq").asLong());
    ids.put("alarm", made(owner, "alarm", "/v1/alarms", alarm(source, value)));
    var hook = "url=https://" + mark + ".invalid/hook&type=7";
    ids.put("callback", made(owner, "callback", "/v1/callbacks", hook));
    var commands = "/v1/gateways/" + gateway.id() + "/commands";
    ids.put("workflow", made(owner, "workflow", commands, "command=reboot"));
    gateway.commands();
    gateway.report(ids.get("workflow"), "{\"state\":\"failed\",\"error\":\"" + mark + "\"}").ok();
    ids.put("delivery", awaitDelivery(owner, ids.get("callback")));
    return new Possessions(mark, gateway, ids);
  }

  private static String alarm(long source, double value) {
    return "data_source=" + source + "&value=" + (value + 2) + "&direction=above";
  }

  private static long made(Person owner, String member, String target, String form) {
    return owner.post(target, form).ok(member).path("id").asLong();
  }

  private static long awaitDelivery(Person owner, long callback) {
    var target = "/v1/callbacks/" + callback + "/deliveries";
    SensorSite.await("a delivery", () -> !owner.get(target).ok("deliveries").isEmpty());
    return owner.get(target).ok("deliveries").get(0).path("id").asLong();
  }

  /** A template of a call with these ids. */
  String in(String template) {
    var text = template.replace("{serial}", gateway.serial());
    for (var id : ids.entrySet()) {
      text = text.replace("{" + id.getKey() + "}", Long.toString(id.getValue()));
    }
    return text;
  }

  /** All that their owner is shown of them. */
  String shownTo(Person owner) {
    var shown = new StringBuilder();
    for (var target :
        new String[] {
          "/v1/users",
          "/v1/gateways?with_slaves",
          in("/v1/measurements?type=raw&data_sources={source}"),
          "/v1/alarms",
          "/v1/callbacks",
          in("/v1/workflows/{workflow}"),
        }) {
      shown.append(owner.get(target).said().replaceFirst("\"max_age\":\\d+", "")).append('\n');
    }
    return shown.toString();
  }
}
