package energy.setpoint.app.price.feed;

import energy.setpoint.app.price.MarketPrices;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * A publication document of ENTSO-E (IEC 62325-451-3, document type A44): time series of periods of
 * numbered points.
 *
 * <p>Where a zone has several auctions, their series bear a classification sequence; only the first
 * auction counts, also while the second one alone has told tomorrow.
 */
final class EntsoeDocument {

  private static final int FIRST_AUCTION = 1;

  /** Curve type "variable sized block": a point holds until the next one. */
  private static final String VARIABLE_BLOCKS = "A03";

  private static final String SEQUENCE =
      "classificationSequence_AttributeInstanceComponent.position";

  /** A leap year of quarters; more positions than that are no period. */
  private static final int MOST_POSITIONS = 366 * 96;

  private final Currency currency;
  private final MarketPrices.Gathering gathering = new MarketPrices.Gathering();

  private EntsoeDocument(Currency currency) {
    this.currency = currency;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is something else, or refuses the question
   */
  static MarketPrices.Gathering read(byte[] text, Currency currency) {
    Element document = Xml.parse(text);
    if (isAcknowledgement(document)) {
      throw new IllegalArgumentException("it refuses: " + reason(document));
    }
    if (!document.getLocalName().equals("Publication_MarketDocument")) {
      throw new IllegalArgumentException("it is a " + document.getLocalName());
    }
    EntsoeDocument reader = new EntsoeDocument(currency);
    List<Element> series = Xml.list(document, "TimeSeries");
    int auction = series.stream().mapToInt(EntsoeDocument::auction).min().orElse(FIRST_AUCTION);
    series.stream()
        .filter(each -> auction(each) == auction)
        .sorted(Comparator.comparing(EntsoeDocument::firstResolution).reversed())
        .forEach(reader::addSeries);
    return reader.gathering;
  }

  /** What an answer with a status of failure says about it; empty when that is something else. */
  static Optional<String> findRefusal(byte[] text) {
    try {
      Element document = Xml.parse(text);
      return isAcknowledgement(document) ? Optional.of(reason(document)) : Optional.empty();
    } catch (IllegalArgumentException noXml) {
      return Optional.empty();
    }
  }

  private static boolean isAcknowledgement(Element document) {
    return document.getLocalName().equals("Acknowledgement_MarketDocument");
  }

  private static String reason(Element acknowledgement) {
    return Xml.findText(acknowledgement, "text").orElse("without a reason");
  }

  private static int auction(Element series) {
    return Xml.findText(series, SEQUENCE).map(EntsoeDocument::whole).orElse(FIRST_AUCTION);
  }

  /** Where hours and quarters of an hour are told of the same time, the quarters come last. */
  private static Duration firstResolution(Element series) {
    return resolution(Xml.text(series, "resolution"));
  }

  private void addSeries(Element series) {
    String unit =
        Xml.text(series, "currency_Unit.name") + "/" + Xml.text(series, "price_Measure_Unit.name");
    JsonText.expectPerMwh(unit, currency);
    boolean repeats = Xml.findText(series, "curveType").filter(VARIABLE_BLOCKS::equals).isPresent();
    Xml.list(series, "Period").forEach(period -> addPeriod(period, repeats));
  }

  private void addPeriod(Element period, boolean repeats) {
    Instant start = time(Xml.text(period, "start"));
    Instant end = time(Xml.text(period, "end"));
    Duration resolution = resolution(Xml.text(period, "resolution"));
    NavigableMap<Integer, Double> points = points(period);
    points.forEach((position, price) -> {
      Instant from = start.plus(resolution.multipliedBy(position - 1));
      Instant next = from.plus(resolution);
      Instant until =
          repeats
              ? Optional.ofNullable(points.higherKey(position))
                  .map(later -> start.plus(resolution.multipliedBy(later - 1)))
                  .orElse(end)
              : next;
      if (until.isBefore(next) || until.isAfter(end)) {
        throw new IllegalArgumentException(
            "position " + position + " lies outside its period, which ends " + end);
      }
      gathering.add(from, until, price);
    });
  }

  private static NavigableMap<Integer, Double> points(Element period) {
    NavigableMap<Integer, Double> points = new TreeMap<>();
    for (Element point : Xml.list(period, "Point")) {
      points.put(
          whole(Xml.text(point, "position")), Double.valueOf(Xml.text(point, "price.amount")));
    }
    return points;
  }

  private static int whole(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > MOST_POSITIONS) {
      throw new IllegalArgumentException("position " + number + " does not exist");
    }
    return number;
  }

  private static Duration resolution(String text) {
    return switch (text) {
      case "PT15M" -> Duration.ofMinutes(15);
      case "PT30M" -> Duration.ofMinutes(30);
      case "PT60M", "PT1H" -> Duration.ofHours(1);
      default -> throw new IllegalArgumentException("its resolution is " + text);
    };
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("\"" + text + "\" is no time", wrong);
    }
  }
}
