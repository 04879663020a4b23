package energy.setpoint.ocpp.payload;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The strings that this field may hold, where nothing branches on them; else it is an enum. */
@Target(RECORD_COMPONENT)
@Retention(RUNTIME)
public @interface OneOf {
  String[] value();
}
