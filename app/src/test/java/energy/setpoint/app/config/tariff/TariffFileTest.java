package energy.setpoint.app.config.tariff;

import static energy.setpoint.app.config.ProjectFiles.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.PriceSeries;
import energy.setpoint.core.tariff.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TariffFileTest {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @TempDir Path folder;

  @Test
  void readsAFlatPriceWithFeesAndTax() throws IOException {
    Tariff tariff =
        read("import: {perKwh: 0.10, addPerKwh: 0.05, factor: 1.21}\nexport: {perKwh: 0.04}");

    assertThat(priceAt(tariff, "2026-01-01T00:00")).isCloseTo(0.1815, within(1e-9));
    assertThat(tariff.exportPrice().at(Instant.EPOCH)).isEqualTo(new EnergyPrice(0.04));
    assertThat(tariff.demandCharge()).isEmpty();
    assertThat(tariff.currency()).isEqualTo(Currency.getInstance("EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T06:59, 0.10", // Monday
    "2026-01-05T07:00, 0.30",
    "2026-01-05T22:59, 0.30",
    "2026-01-05T23:00, 0.10",
    "2026-01-10T12:00, 0.20", // Saturday
    "2026-07-06T12:00, 0.15",
    "2026-03-31T12:00, 0.30", // the last winter day
    "2026-04-01T12:00, 0.15",
  })
  void readsPeriodsBySeasonDayAndTime(String local, double price) throws IOException {
    Tariff tariff =
        read(
            """
            currency: EUR
            import:
              otherwisePerKwh: 0.20
              periods:
                - {season: "10-01..03-31", days: WEEKDAYS, from: "07:00", until: "23:00", perKwh: 0.30}
                - {season: "10-01..3-31", days: [MON, TUE, WED, THU, FRI], from: "23:00", until: "07:00", perKwh: 0.10}
                - {season: "04-01..09-30", perKwh: 0.15}
            """);

    assertThat(priceAt(tariff, local)).isEqualTo(price);
  }

  @Test
  void readsQuarterHourCurves() throws IOException {
    String quarters = "0.1, ".repeat(95) + "0.9";

    Tariff tariff = read("import: {curves: [{perKwh: [" + quarters + "]}]}");

    assertThat(priceAt(tariff, "2026-01-05T23:44")).isEqualTo(0.1);
    assertThat(priceAt(tariff, "2026-01-05T23:45")).isEqualTo(0.9);
  }

  @Test
  void readsASeriesInColumnsThatTheFileNames() throws IOException {
    Files.writeString(
        folder.resolve("auction.csv"),
        """
        when;area;price
        2026-01-05T00:00;DE;80
        2026-01-05T00:00;NL;90
        2026-01-05T01:00;DE;70
        2026-01-05T01:00;NL;-5
        """);

    Tariff tariff =
        read(
            """
            import:
              series:
                file: auction.csv
                timeColumn: when
                priceColumn: price
                unit: perMwh
                zone: Europe/Amsterdam
                slot: 1h
                only: {area: NL}
              addPerKwh: 0.1
            """);

    assertThat(priceAt(tariff, "2026-01-05T00:59")).isCloseTo(0.19, within(1e-9));
    assertThat(priceAt(tariff, "2026-01-05T01:00")).isCloseTo(0.095, within(1e-9));
  }

  @Test
  void readsAPriceFileAlone() throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(
        file, "timestamp_utc,usd_per_mwh\n2026-01-05T00:00:00Z,41.5\n2026-01-05T01:00:00Z,-3\n");

    Tariff tariff = TariffFile.read(file, AMSTERDAM);

    assertThat(tariff.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(priceAt(tariff, "2026-01-05T01:30")).isCloseTo(0.0415, within(1e-9));
    assertThat(priceAt(tariff, "2026-01-05T02:30")).isCloseTo(-0.003, within(1e-9));
  }

  @Test
  void takesTheSecondOfTwoEqualLocalTimesForTheLaterOne() throws IOException {
    Path file = folder.resolve("autumn.csv");
    Files.writeString(
        file,
        """
        start,eur_per_mwh
        2025-10-26T01:00,10
        2025-10-26T02:00,20
        2025-10-26T02:00,30
        2025-10-26T03:00,40
        """);

    Tariff tariff = TariffFile.read(file, AMSTERDAM);

    assertThat(tariff.importPrice().at(Instant.parse("2025-10-26T00:30:00Z")).perKilowattHour())
        .isEqualTo(0.02);
    assertThat(tariff.importPrice().at(Instant.parse("2025-10-26T01:30:00Z")).perKilowattHour())
        .isEqualTo(0.03);
  }

  @Test
  void namesTheLineOfABadPrice() throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, "timestamp_utc,eur_per_mwh\n2026-01-05T00:00:00Z,41\nnoon,x\n");

    assertThatThrownBy(() -> TariffFile.read(file, AMSTERDAM))
        .hasMessage(
            "prices.csv: 1 of 2 lines hold no usable price.\n"
                + "prices.csv:3: expected a time and a price, but"
                + " \"noon\" is no time such as 2026-01-31T22:00:00Z.");
  }

  @Test
  void asksWhichSeriesIsMeantWhenAFileHoldsTwo() throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(
        file,
        "timestamp_utc,seq,eur_per_mwh\n2026-01-05T00:00:00Z,1,4\n2026-01-05T00:00:00Z,2,5\n");

    assertThatThrownBy(() -> TariffFile.read(file, AMSTERDAM))
        .hasMessageContaining("prices.csv:3: there is a second price for 2026-01-05T00:00:00Z.")
        .hasMessageContaining("Maybe the file holds several series");
  }

  @Test
  void saysWhichColumnsAPriceFileLacks() throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, "day,value\n1,2\n");

    assertThatThrownBy(() -> TariffFile.read(file, AMSTERDAM))
        .hasMessage(
            "prices.csv:1: there is no time column among [day, value].\n"
                + "prices.csv:1: there is no price column among [day, value].");
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-05T11:59, 0.07492", // a Tuesday in winter
    "2019-03-05T12:00, 0.0869",
    "2019-03-05T23:30, 0.06087",
    "2019-03-09T12:00, 0.06087", // a Saturday
    "2019-07-02T12:00, 0.26668", // summer
  })
  void readsTheScheduleOfTouEv4(String local, double price) {
    Path file = shared("tariffs/sce_tou_ev_4_march_2019.json");

    Tariff tariff = TariffFile.read(file, LOS_ANGELES);

    Instant instant = LocalDateTime.parse(local).atZone(LOS_ANGELES).toInstant();
    assertThat(tariff.importPrice().at(instant).perKilowattHour()).isEqualTo(price);
    assertThat(tariff.demandCharge()).contains(new DemandCharge(15.51, 15));
  }

  @Test
  void takesTheDemandChargeOfTheDate() {
    Path file = shared("tariffs/pge_a10_tou_aug_2019.json");

    Tariff summer = TariffFile.read(file, LOS_ANGELES, LocalDate.of(2019, 8, 1));
    Tariff winter = TariffFile.read(file, LOS_ANGELES, LocalDate.of(2019, 4, 30));
    Tariff cautious = TariffFile.read(file, LOS_ANGELES);

    assertThat(summer.demandCharge()).contains(new DemandCharge(19.99, 15));
    assertThat(winter.demandCharge()).contains(new DemandCharge(11.66, 15));
    assertThat(cautious.demandCharge()).contains(new DemandCharge(19.99, 15));
  }

  @Test
  void beginsAPeriodAtHalfPastEight() {
    Tariff tariff = TariffFile.read(shared("tariffs/pge_a10_tou_aug_2019.json"), LOS_ANGELES);

    assertThat(at(tariff, "2019-08-01T08:29", LOS_ANGELES)).isEqualTo(0.14903);
    assertThat(at(tariff, "2019-08-01T08:30", LOS_ANGELES)).isEqualTo(0.1771);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sce_tou_ev_4_march_2019_tou_periods_shifted.json",
        "sce_tou_ev_8_june_2019.json",
        "sce_tou_ev_8_oct_2018.json"
      })
  void readsEveryPublishedSchedule(String name) {
    Tariff tariff = TariffFile.read(shared("tariffs/" + name), LOS_ANGELES);

    assertThat(at(tariff, "2019-08-01T17:00", LOS_ANGELES)).isGreaterThan(0.1);
  }

  @Test
  void readsTwoYearsOfDayAheadPrices() {
    Tariff tariff = TariffFile.read(shared("prices/de-day-ahead-hourly-2022-2023.csv"), AMSTERDAM);

    PriceSeries prices = (PriceSeries) tariff.importPrice();
    assertThat(prices.find(Instant.parse("2022-01-01T02:59:00Z")))
        .contains(new EnergyPrice(45.46 / 1000));
    assertThat(prices.end()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
  }

  @Test
  void picksOneAuctionOutOfTwo() throws IOException {
    Path prices = shared("prices/de-lu-auction-quarterhour-2025q1-localtime.csv");

    Tariff tariff =
        read("import: {series: {file: '%s', only: {sequence: Sequence 2}}}".formatted(prices));

    assertThat(priceAt(tariff, "2025-01-01T00:00")).isCloseTo(0.0224, within(1e-9));
  }

  @Test
  void refusesAScheduleWhosePricesAndTimesDiffer() throws IOException {
    Path file = folder.resolve("tou.json");
    Files.writeString(
        file,
        """
        {"schedule": [
          {"effective_start": "01-01", "effective_end": "12-31", "dow_mask": "ALL",
           "times": [0, 8], "tariffs": [0.1]}]}
        """);

    assertThatThrownBy(() -> TariffFile.read(file, LOS_ANGELES))
        .hasMessage(
            "tou.json:3: schedule[1].tariffs has 1 prices for 2 times, expected one for each.");
  }

  @Test
  void refusesAScheduleWithoutSundays() throws IOException {
    Path file = folder.resolve("tou.json");
    Files.writeString(
        file,
        """
        {"schedule": [
          {"effective_start": "01-01", "effective_end": "12-31", "dow_mask": "WEEKDAYS",
           "times": [0], "tariffs": [0.1]}]}
        """);

    assertThatThrownBy(() -> TariffFile.read(file, LOS_ANGELES))
        .hasMessage(
            "tou.json:1: schedule leaves a gap: there is no price on a SATURDAY (from 01-01)"
                + " between 00:00 and 24:00.");
  }

  private Tariff read(String yaml) throws IOException {
    Path file = folder.resolve("tariff.yaml");
    Files.writeString(file, yaml);
    return TariffFile.read(file, AMSTERDAM);
  }

  private static double priceAt(Tariff tariff, String local) {
    return at(tariff, local, AMSTERDAM);
  }

  private static double at(Tariff tariff, String local, ZoneId zone) {
    return tariff
        .importPrice()
        .at(LocalDateTime.parse(local).atZone(zone).toInstant())
        .perKilowattHour();
  }
}
