package energy.setpoint.ocpp.traits;

/**
 * One trait of a station, for people.
 *
 * @param name such as {@code rateUnits} or {@code ZERO_PAUSES}
 * @param value such as {@code A W}, {@code 8} or {@code yes}
 * @param because the reason that a quirk gives; empty for other sources
 */
public record TraitValue(String name, String value, TraitSource source, String because) {}
