package energy.setpoint.app.price.feed;

import static energy.setpoint.app.config.ProjectFiles.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.price.MarketPrices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class EntsoeDocumentTest {

  private static final Instant START = Instant.parse("2026-01-04T23:00:00Z");

  @Test
  void repeatsAPriceInTheGapsOfAVariableBlock() {
    String series = series("A03", "PT15M", "2026-01-05T00:00Z", "", point(1, 40) + point(3, -8));

    MarketPrices prices = read(series);

    assertThat(prices.perKwh().values()).containsExactly(0.04, 0.04, -0.008, -0.008);
    assertThat(prices.perKwh().firstKey()).isEqualTo(START);
  }

  @Test
  void leavesAGapOfFixedBlocksUnknown() {
    String series = series("A01", "PT15M", "2026-01-05T00:00Z", "", point(1, 40) + point(3, 60));

    assertThat(read(series).perKwh().values()).containsExactly(0.04, 0.06);
  }

  @Test
  void readsSeveralSeriesOfDifferentResolutions() {
    String hour = series("A03", "PT60M", "2026-01-05T00:00Z", "", point(1, 40));
    String quarters = series("A03", "PT15M", "2026-01-05T00:15Z", "", point(5, 90));

    assertThat(read(hour + quarters).perKwh().values())
        .containsExactly(0.04, 0.04, 0.04, 0.04, 0.09);
  }

  @Test
  void believesTheQuartersWhereHoursAreToldAsWell() {
    String quarter = series("A01", "PT15M", "2026-01-05T00:00Z", "", point(2, 90));
    String hour = series("A03", "PT60M", "2026-01-05T00:00Z", "", point(1, 40));

    assertThat(read(quarter + hour).perKwh().values()).containsExactly(0.04, 0.09, 0.04, 0.04);
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThatThrownBy(() -> read(deep)).hasMessageContaining("no XML");
  }

  @Test
  void believesTheFirstAuctionOnly() {
    String first = series("A03", "PT60M", "2026-01-05T00:00Z", sequence(1), point(1, 40));
    String second = series("A03", "PT60M", "2026-01-05T01:00Z", sequence(2), point(1, 70));

    assertThat(read(second + first).perKwh().values()).containsOnly(0.04).hasSize(4);
  }

  @Test
  void tellsWhyAQuestionWasRefused() {
    String refusal =
        "<Acknowledgement_MarketDocument><Reason><code>999</code>"
            + "<text>No matching data found</text></Reason></Acknowledgement_MarketDocument>";

    assertThatThrownBy(() -> parse(refusal)).hasMessageContaining("No matching data found");
  }

  @Test
  void refusesPricesInAnotherCurrency() {
    String series = series("A03", "PT60M", "2026-01-05T00:00Z", "", point(1, 40));

    assertThatThrownBy(() -> read(series.replace("EUR", "PLN"))).hasMessageContaining("PLN");
  }

  @Test
  void refusesPointsOutsideTheirPeriod() {
    String series = series("A03", "PT60M", "2026-01-05T00:00Z", "", point(3, 40));

    assertThatThrownBy(() -> read(series)).hasMessageContaining("position 3");
  }

  @Test
  void refusesDocumentTypesAndTheirEntities() {
    String bomb =
        "<!DOCTYPE a [<!ENTITY b \"c\">]><Publication_MarketDocument>&b;"
            + "</Publication_MarketDocument>";

    assertThatThrownBy(() -> parse(bomb)).hasMessageContaining("no XML");
  }

  @Test
  void readsTwoPublishedDaysOfQuarters() throws IOException {
    byte[] text =
        Files.readAllBytes(shared("prices/entsoe_A44_response_DE-LU_2026-02-02_PT15M.xml"));

    MarketPrices prices = EntsoeDocument.read(text, Currency.getInstance("EUR")).prices();

    assertThat(prices.coveredUntil(Instant.parse("2026-02-01T23:00:00Z")))
        .hasValue(Instant.parse("2026-02-03T23:00:00Z"));
    assertThat(prices.perKwh()).hasSize(192);
  }

  private static MarketPrices read(String series) {
    return parse(
        "<Publication_MarketDocument xmlns=\"urn:x\">" + series + "</Publication_MarketDocument>");
  }

  private static MarketPrices parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EntsoeDocument.read(bytes, Currency.getInstance("EUR")).prices();
  }

  private static String series(
      String curve, String resolution, String end, String more, String points) {
    return """
    <TimeSeries><currency_Unit.name>EUR</currency_Unit.name>
    <price_Measure_Unit.name>MWH</price_Measure_Unit.name>%s<curveType>%s</curveType>
    <Period><timeInterval><start>2026-01-04T23:00Z</start><end>%s</end></timeInterval>
    <resolution>%s</resolution>%s</Period></TimeSeries>
    """
        .formatted(more, curve, end, resolution, points);
  }

  private static String sequence(int position) {
    String name = "classificationSequence_AttributeInstanceComponent.position";
    return "<" + name + ">" + position + "</" + name + ">";
  }

  private static String point(int position, double price) {
    return "<Point><position>"
        + position
        + "</position><price.amount>"
        + price
        + "</price.amount></Point>";
  }
}
