/**
 * What a driver pays, in a form that a station can reckon with (OCPP 2.1 part 2, use cases I07 to
 * I12). Not to be confused with what the site pays, one package up.
 */
@NullMarked
package energy.setpoint.core.tariff.driver;

import org.jspecify.annotations.NullMarked;
