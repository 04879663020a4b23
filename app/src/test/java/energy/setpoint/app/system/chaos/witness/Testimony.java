package energy.setpoint.app.system.chaos.witness;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A transaction as its station tells it.
 *
 * @param id empty while the engine has not answered a StartTransaction of OCPP 1.6
 * @param startAccepted whether the engine answered that it began
 * @param endAccepted whether the engine answered that it ended
 * @param energyWh what its registers say that it took; only 1.6 tells both
 */
public record Testimony(
    String station,
    int evse,
    Instant started,
    Optional<String> id,
    boolean startAccepted,
    Optional<Instant> ended,
    boolean endAccepted,
    OptionalDouble meterStartWh,
    OptionalDouble energyWh) {

  static Testimony of(TransactionReport start) {
    return new Testimony(
        start.station(),
        start.evse(),
        start.at(),
        start.id(),
        false,
        Optional.empty(),
        false,
        start.meterWh(),
        OptionalDouble.empty());
  }

  Testimony accepted(String givenId) {
    return new Testimony(
        station,
        evse,
        started,
        Optional.of(givenId),
        true,
        ended,
        endAccepted,
        meterStartWh,
        energyWh);
  }

  Testimony endedBy(TransactionReport end, boolean accepted) {
    OptionalDouble energy =
        meterStartWh.isPresent() && end.meterWh().isPresent()
            ? OptionalDouble.of(end.meterWh().getAsDouble() - meterStartWh.getAsDouble())
            : OptionalDouble.empty();
    return new Testimony(
        station,
        evse,
        started,
        id,
        startAccepted,
        Optional.of(end.at()),
        endAccepted || accepted,
        meterStartWh,
        energy);
  }

  @Override
  public String toString() {
    return "transaction %s at %s/%d from %s".formatted(id.orElse("?"), station, evse, started);
  }
}
