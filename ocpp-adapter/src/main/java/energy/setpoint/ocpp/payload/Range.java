package energy.setpoint.ocpp.payload;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The least and the most that a number of this field may be. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface Range {
  long min() default Long.MIN_VALUE;

  long max() default Long.MAX_VALUE;
}
