package energy.setpoint.ocpp.traits;

import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.SMART_CHARGING;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.STATION_MAXIMUM;
import static energy.setpoint.ocpp.dialect.trait.StationTraits.Ability.ZERO_PAUSES;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StationKnowledgeTest {

  private static final Identity ABB = new Identity("ABB", "CDT_TACW11::NET_WIFI", "V1.8.21");
  private static final Told TOLD =
      new Told(
          "ocpp1.6",
          Optional.of(ABB),
          Instant.parse("2026-06-01T10:00:00Z"),
          true,
          List.of(
              Fact.of("ChargeProfileMaxStackLevel", "3"),
              Fact.of("ChargingScheduleAllowedChargingRateUnit", "Current,Power"),
              Fact.of("ChargingScheduleMaxPeriods", "24")));

  @Test
  void isPlainUntilSomebodySaysMore() {
    var station = station(TraitClaims.NONE, Quirks.NONE);

    assertThat(station.traits()).isEqualTo(StationTraits.PLAIN_AC);
    assertThat(station.known().values())
        .extracting(TraitValue::source)
        .containsOnly(TraitSource.DEFAULT);
  }

  @Test
  void believesTheSiteFileBeforeAQuirkBeforeTheStationBeforeTheDefault() {
    var siteFile = new TraitClaims.Builder().rateUnits(Set.of(RateUnit.A)).build();
    var quirk = new TraitClaims.Builder().maxStackLevel(0).rateUnits(Set.of(RateUnit.W)).build();
    var station = station(siteFile, quirks(quirk));

    station.introduced(ABB);
    station.learned(TOLD);

    assertThat(station.traits().rateUnits()).containsExactly(RateUnit.A);
    assertThat(station.traits().maxStackLevel()).isZero();
    assertThat(station.traits().maxPeriods()).isEqualTo(24);
    assertThat(station.known().values())
        .contains(
            new TraitValue("rateUnits", "A", TraitSource.SITE_FILE, ""),
            new TraitValue("maxStackLevel", "0", TraitSource.QUIRK, "seen"),
            new TraitValue("maxPeriods", "24", TraitSource.STATION, ""),
            new TraitValue("maxProfiles", "unknown", TraitSource.DEFAULT, ""),
            new TraitValue("ZERO_PAUSES", "yes", TraitSource.DEFAULT, ""));
  }

  @Test
  void takesAbilitiesAwayOneByOne() {
    var quirk = new TraitClaims.Builder().ability(STATION_MAXIMUM, false).build();
    var station = station(TraitClaims.NONE, quirks(quirk));

    station.introduced(ABB);

    assertThat(station.traits().can(STATION_MAXIMUM)).isFalse();
    assertThat(station.traits().can(ZERO_PAUSES)).isTrue();
  }

  @Test
  void believesAQuirkBeforeAStationThatSaysThatItHasNoSmartCharging() {
    var quirk = new TraitClaims.Builder().ability(SMART_CHARGING, true).build();
    var station = station(TraitClaims.NONE, quirks(quirk));
    station.learned(
        new Told(
            "ocpp1.6",
            Optional.of(ABB),
            TOLD.at(),
            true,
            List.of(Fact.of("SupportedFeatureProfiles", "Core"))));
    boolean before = station.traits().can(SMART_CHARGING);

    station.introduced(ABB);

    assertThat(before).isFalse();
    assertThat(station.traits().can(SMART_CHARGING)).isTrue();
  }

  @Test
  void appliesAQuirkOnlyToStationsThatItFits() {
    var quirk = new TraitClaims.Builder().maxStackLevel(0).build();
    var station = station(TraitClaims.NONE, quirks(quirk));

    station.introduced(new Identity("abb", "TERRA 54", "1"));

    assertThat(station.traits().maxStackLevel()).isEqualTo(1);
  }

  @Test
  void letsTheFirstOfTwoQuirksWin() {
    var own = quirks(new TraitClaims.Builder().maxStackLevel(5).build());
    var bundled = quirks(new TraitClaims.Builder().maxStackLevel(0).build());
    var station = station(TraitClaims.NONE, own.before(bundled));

    station.introduced(ABB);

    assertThat(station.traits().maxStackLevel()).isEqualTo(5);
  }

  @Test
  void remembersWhatAStationToldBeforeARestart() {
    var station =
        new StationKnowledge(
            new Wiring(false, 1, TraitClaims.NONE),
            Quirks.NONE,
            List.of(new Ocpp16Dialect()),
            Optional.of(TOLD));

    assertThat(station.traits().maxStackLevel()).isEqualTo(3);
    assertThat(station.isDue("ocpp1.6")).isFalse();
    assertThat(station.isDue("ocpp2.1")).isTrue();
  }

  private static StationKnowledge station(TraitClaims siteFile, Quirks quirks) {
    return new StationKnowledge(
        new Wiring(false, 1, siteFile), quirks, List.of(new Ocpp16Dialect()), Optional.empty());
  }

  private static Quirks quirks(TraitClaims claims) {
    return new Quirks(List.of(new Quirk("ABB", "*TACW*", "*", claims, "seen")));
  }
}
