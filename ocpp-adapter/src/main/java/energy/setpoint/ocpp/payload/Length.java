package energy.setpoint.ocpp.payload;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The most characters that a string of this field may have. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface Length {
  int value();
}
