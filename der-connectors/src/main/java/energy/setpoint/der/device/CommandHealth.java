package energy.setpoint.der.device;

import energy.setpoint.core.quantity.Power;
import java.util.Optional;

/**
 * How well a device does what it is told.
 *
 * @param asked the last power that was asked for, before it was clamped; load convention, of an
 *     inverter's limit the magnitude
 * @param inForce the power that the device has taken; empty while it is let go, or nobody knows
 * @param readBack what the device said last that it was told, where it is asked
 * @param applied commands that the device has taken, repetitions not counted
 * @param failures writes that failed, retries counted
 * @param mismatches read-backs that differed from what was written
 * @param lastFailure kept after recovery, to explain what was
 */
public record CommandHealth(
    Optional<Power> asked,
    Optional<Power> inForce,
    Optional<Power> readBack,
    long applied,
    long failures,
    long mismatches,
    Optional<String> lastFailure) {}
