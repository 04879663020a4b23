package energy.setpoint.app.web.grid;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.control.grid.ExternalLimits;
import energy.setpoint.core.event.ExternalLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Limits that somebody else put on a station. */
@RestController
@Tag(name = "der")
class ExternalLimitsController {

  private final EngineView engine;
  private final StationOrders orders;

  ExternalLimitsController(EngineView engine, StationOrders orders) {
    this.engine = engine;
    this.orders = orders;
  }

  @GetMapping(
      path = "/api/v1/stations/{station}/external-limits",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listExternalLimits",
      summary = "Limits that somebody else put on a station",
      description = "As the station announced them. Plans mind them; fuses never rely on them.")
  List<Limit> limits(@PathVariable String station) {
    return engine.grid().limits().of(orders.require(station), engine.now()).stream()
        .map(Limit::of)
        .toList();
  }

  /** A limit. */
  @Schema(name = "ExternalLimit", description = "A limit that somebody else put on a station.")
  record Limit(
      @Schema(description = "Absent for the station as a whole.", type = "integer")
          OptionalInt evse,
      @Schema(description = "`EMS`, `SO`, `Other`, or another word of the station's.")
          String source,
      Instant announcedAt,
      boolean gridCritical,
      @Schema(description = "It is not a limit but capacity that local generation adds.")
          boolean localGeneration,
      @Schema(description = "Empty when the station did not say how much is allowed.")
          List<Period> periods) {

    static Limit of(ExternalLimits.Standing standing) {
      ExternalLimit limit = standing.limit();
      return new Limit(
          standing.evseNumber(),
          limit.source(),
          standing.since(),
          limit.gridCritical(),
          limit.localGeneration(),
          limit.periods().stream().map(Period::of).toList());
    }
  }

  /** A period of a limit. */
  @Schema(name = "ExternalLimitPeriod", description = "What is allowed for a while.")
  record Period(
      Instant start,
      Instant end,
      @Schema(description = "On each phase in A.") Optional<Double> limitA,
      @Schema(description = "The sum of all phases in W.") Optional<Double> limitW) {

    static Period of(ExternalLimit.Period period) {
      return switch (period.most()) {
        case ExternalLimit.Bound.Amperes(var current) ->
            new Period(
                period.during().start(),
                period.during().end(),
                Optional.of(current.amps()),
                Optional.empty());
        case ExternalLimit.Bound.Watts(var power) ->
            new Period(
                period.during().start(),
                period.during().end(),
                Optional.empty(),
                Optional.of(power.watts()));
      };
    }
  }
}
