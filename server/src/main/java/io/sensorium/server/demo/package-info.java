/** A fresh town with people in it, for somebody who wants to see the server at work. */
@NullMarked
package io.sensorium.server.demo;

import org.jspecify.annotations.NullMarked;
