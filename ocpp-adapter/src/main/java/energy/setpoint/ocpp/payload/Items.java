package energy.setpoint.ocpp.payload;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** How many elements a list may have. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface Items {
  int min() default 0;

  int max() default Integer.MAX_VALUE;
}
