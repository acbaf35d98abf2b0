package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.User;
import java.io.IOException;

/** Answers requests about a user, once the guard has let their callers pass. */
@FunctionalInterface
interface UserHandler {

  Response handle(Request request, User user) throws IOException;
}
