package energy.setpoint.app.web.view;

import energy.setpoint.app.engine.StationDesk.Dossier;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Told;
import energy.setpoint.ocpp.traits.TraitSource;
import energy.setpoint.ocpp.traits.TraitValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a station can do, and who says so. */
@Schema(description = "What a station can do, and who says so.")
public record TraitsDetail(
    @Schema(description = "By its BootNotification.") Optional<String> vendor,
    Optional<String> model,
    @Schema(description = "Empty when it does not say.") Optional<String> firmware,
    @Schema(description = "When it told what it can do; absent until it was asked.")
        Optional<Instant> toldAt,
    @Schema(description = "It answered all that it was asked.") boolean toldInFull,
    List<TraitDetail> values,
    @Schema(description = "What it told, in the words of its version of OCPP.")
        List<FactDetail> told) {

  /** A trait. */
  @Schema(description = "One thing that a station can or cannot do.")
  public record TraitDetail(
      String name,
      String value,
      @Schema(description = "Who says so; an earlier one in this list is believed first.")
          TraitSource source,
      @Schema(description = "Where a quirk was seen.") Optional<String> because) {

    static TraitDetail of(TraitValue value) {
      return new TraitDetail(
          value.name(),
          value.value(),
          value.source(),
          Optional.of(value.because()).filter(reason -> !reason.isEmpty()));
    }
  }

  /** A fact. */
  @Schema(description = "A configuration key of 1.6, or a variable of 2.x.")
  public record FactDetail(
      String name,
      @Schema(description = "Absent for the station as a whole.") Optional<Integer> evse,
      String value) {

    static FactDetail of(Fact fact) {
      return new FactDetail(fact.name(), fact.evse(), fact.value());
    }
  }

  static TraitsDetail of(Dossier dossier) {
    return new TraitsDetail(
        dossier.identity().map(Identity::vendor),
        dossier.identity().map(Identity::model),
        dossier.identity().map(Identity::firmware),
        dossier.told().map(Told::at),
        dossier.told().map(Told::complete).orElse(false),
        dossier.known().values().stream().map(TraitDetail::of).toList(),
        dossier.told().map(Told::facts).orElse(List.of()).stream().map(FactDetail::of).toList());
  }
}
