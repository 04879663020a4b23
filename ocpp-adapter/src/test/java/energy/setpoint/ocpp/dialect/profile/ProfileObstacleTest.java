package energy.setpoint.ocpp.dialect.profile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which profiles a station gets that keeps only a few of them. */
class ProfileObstacleTest {

  private static final Ceiling CEILING = new Ceiling(Current.ofAmps(10), 3, Voltage.ofVolts(230));
  private static final Interval LEASE = Interval.of(FakeStation.NOON, Duration.ofMinutes(2));

  /** The order in which a station of two EVSEs gets places for profiles. */
  private static final List<ChargingIntent> BY_IMPORTANCE =
      List.of(
          new SetFallback(FakeStation.ID, CEILING),
          cap(1),
          cap(2),
          new CapStation(FakeStation.ID, CEILING, LEASE),
          new OfferPriority(FakeStation.ID, CEILING));

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void givesThePlacesToWhatIsMoreImportant(int places) {
    StationTraits traits = StationTraits.PLAIN_AC.withEvses(2).withMaxProfiles(places);

    List<Boolean> has =
        BY_IMPORTANCE.stream().map(it -> ProfileObstacle.find(it, traits).isEmpty()).toList();

    assertThat(has).isEqualTo(IntStream.rangeClosed(1, 5).mapToObj(it -> it <= places).toList());
  }

  @Test
  void saysWhatAnEvseIsHeldToThatFindsNoPlace() {
    StationTraits traits = StationTraits.PLAIN_AC.withMaxProfiles(1);

    assertThat(ProfileObstacle.find(cap(1), traits))
        .hasValue(
            "The station keeps 1 charging profile at most, with the fallback in front: there is no"
                + " place for this one.");
  }

  @Test
  void findsAPlaceWhereNobodySaidHowManyThereAre() {
    assertThat(BY_IMPORTANCE)
        .allMatch(it -> ProfileObstacle.find(it, StationTraits.PLAIN_AC).isEmpty());
  }

  private static CapPower cap(int evse) {
    return new CapPower(FakeStation.evse(evse), "7", CEILING, LEASE);
  }
}
