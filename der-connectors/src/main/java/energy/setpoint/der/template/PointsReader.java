package energy.setpoint.der.template;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the points of a device: which there must be, and how each number is converted. */
final class PointsReader {

  private final YamlSection points;
  private final DeviceKind kind;

  PointsReader(YamlSection points, DeviceKind kind) {
    this.points = points;
    this.kind = kind;
  }

  /** Hands on the section of each point that the device has or must have. */
  void forEach(BiConsumer<Measured, YamlSection> reader) {
    boolean hasOptional = kind.optional().stream().anyMatch(it -> points.has(it.key()));
    kind.required().forEach(it -> reader.accept(it, points.section(it.key())));
    if (hasOptional) {
      kind.optional().forEach(it -> reader.accept(it, points.section(it.key())));
    }
    List<Measured> given = kind.anyOf().stream().filter(it -> points.has(it.key())).toList();
    if (!kind.anyOf().isEmpty()) {
      requireOneWay(given);
    }
    given.forEach(it -> reader.accept(it, points.section(it.key())));
    points.refuseOtherKeys();
  }

  /** A device says a limit, a step or contacts; two of them could contradict each other. */
  private void requireOneWay(List<Measured> given) {
    String expected = "either limit, or step, or some of contact1 to contact4";
    if (given.isEmpty()) {
      points.note("limit", "missing", expected);
    } else if (given.size() > 1 && !given.stream().allMatch(Measured::isContact)) {
      points.note(given.getFirst().key(), "given with " + given.get(1).key(), expected);
    }
  }

  /** The keys {@code scale}, {@code unit} and {@code sign} of a point. */
  static Conversion conversion(Measured measured, YamlSection section) {
    if (measured.dimension() == Measured.Dimension.COUNT) {
      return new Conversion(1, PointUnit.NUMBER, SignConvention.LOAD);
    }
    double scale = section.has("scale") ? scale(section) : 1;
    List<PointUnit> fitting =
        Arrays.stream(PointUnit.values())
            .filter(it -> it.dimension() == measured.dimension())
            .toList();
    PointUnit unit = section.choice("unit", fitting, PointUnit::symbol);
    SignConvention sign = measured.hasDirection() ? sign(section) : SignConvention.LOAD;
    return new Conversion(scale, unit, sign);
  }

  static SignConvention sign(YamlSection section) {
    return section.choice("sign", List.of(SignConvention.values()), SignConvention::key);
  }

  static double scale(YamlSection section) {
    return section.number(
        "scale", "a number above 0 (the direction is told by sign)", Double.MIN_NORMAL, 1e9, 1);
  }
}
