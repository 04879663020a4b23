package energy.setpoint.optimizer.linear;

/**
 * A column of a {@link LinearModel}.
 *
 * @param index within its model, from 0
 */
public record Variable(int index) {}
