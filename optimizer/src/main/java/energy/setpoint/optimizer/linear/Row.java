package energy.setpoint.optimizer.linear;

/**
 * A constraint: {@code lower <= terms <= upper}.
 *
 * @param name readable, unique by convention
 * @param lower may be minus infinity
 * @param upper may be infinity
 */
public record Row(String name, double lower, Terms terms, double upper) {}
