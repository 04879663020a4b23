package energy.setpoint.app.config.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.app.config.SiteFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSectionTest {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Berlin
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      """;

  @TempDir Path folder;

  @Test
  void hasNoMarketWhereNothingIsSaid() throws IOException {
    assertThat(SiteFile.read(write("")).prices()).isEmpty();
  }

  @Test
  void readsAMarketWithWhatComesOnTop() throws IOException {
    FeedSettings prices = read("{ source: energy-charts, zone: AT, addPerKwh: 0.1, factor: 1.2 }");

    assertThat(prices.source())
        .isEqualTo(
            new PriceSource.EnergyCharts(URI.create("https://api.energy-charts.info"), "AT"));
    assertThat(prices.onTop(0.05).perKilowattHour()).isCloseTo(0.18, within(1e-9));
    assertThat(prices.publishedAt()).isEqualTo(LocalTime.of(12, 50));
  }

  @Test
  void readsTheTokenAnewEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "old\n");
    FeedSettings prices = read("{ source: entsoe, zone: 10Y1001A1001A82H, tokenFile: token }");

    Files.writeString(file, "new\n");

    assertThat(((PriceSource.Entsoe) prices.source()).token().find()).hasValue("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { source: energychart }                     | Maybe "energy-charts"?
          { source: entsoe, zone: DE-LU }             | prices.zone
          { source: entsoe }                          | prices.zone is missing
          { source: awattar, zone: CH }               | prices.zone
          { source: csv }                             | prices.file is missing
          { source: awattar, address: "ftp://x" }     | prices.address
          { source: awattar, factor: 0 }              | prices.factor
          { source: awattar, vat: 19 }                | prices.vat is not a known key
          """)
  void refusesWhatMakesNoSense(String prices, String words) {
    assertThatThrownBy(() -> read(prices)).hasMessageContaining(words);
  }

  private FeedSettings read(String prices) throws IOException {
    return SiteFile.read(write("prices: " + prices + "\n")).prices().orElseThrow();
  }

  private Path write(String more) throws IOException {
    return Files.writeString(folder.resolve("site.yaml"), SITE + more);
  }
}
