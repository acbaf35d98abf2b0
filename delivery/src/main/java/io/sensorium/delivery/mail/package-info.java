/** Writes alarm mails and sends them by SMTP. */
@NullMarked
package io.sensorium.delivery.mail;

import org.jspecify.annotations.NullMarked;
