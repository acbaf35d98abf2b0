package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;

/**
 * What the operator decides about the sensor API.
 *
 * @param plainHttp whether it answers without TLS, because a proxy in front of it ends that
 * @param requestsPerMinute of one user
 */
public record SensorRules(DateStyle dates, boolean plainHttp, int requestsPerMinute) {}
