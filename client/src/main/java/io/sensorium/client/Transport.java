package io.sensorium.client;

/** Carries calls to a server. */
@FunctionalInterface
public interface Transport {

  /**
   * The body of a successful answer.
   *
   * @throws RefusedException when the server answers with an error
   */
  String send(Call call);
}
