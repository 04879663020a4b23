package energy.setpoint.simulation.station.tariff;

import java.time.LocalDateTime;

/**
 * What conditions of prices are about.
 *
 * @param local by the clock on the wall (I07.FR.17)
 * @param isDc whether the EVSE gives direct current
 * @param wattHours since the start of the transaction, as {@code seconds} and the two after it
 * @param amps of all phases together, negative when feeding back, as {@code watts}
 */
public record Moment(
    LocalDateTime local,
    boolean isDc,
    double wattHours,
    double amps,
    double watts,
    double seconds,
    double chargingSeconds,
    double idleSeconds) {}
