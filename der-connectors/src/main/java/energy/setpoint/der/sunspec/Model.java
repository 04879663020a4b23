package energy.setpoint.der.sunspec;

import energy.setpoint.der.sunspec.ModelLayout.ModelPoint;
import energy.setpoint.der.template.Conversion;
import energy.setpoint.der.template.PointUnit;
import energy.setpoint.der.template.RegisterEncoding;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterTable;
import energy.setpoint.der.template.RegisterType;
import energy.setpoint.der.template.RegisterWrite;
import energy.setpoint.der.template.SignConvention;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One model of a device, as it was found.
 *
 * @param id as the SunSpec Alliance assigned it, or a maker
 * @param address of the register that holds the ID
 * @param words unsigned 16-bit words from the ID on; only ID and length where the model is not
 *     understood or could not be read
 */
public record Model(int id, int address, List<Integer> words) {

  /** Any unit of size 1 leaves a number as the device says it. */
  private static final Conversion AS_IT_IS = new Conversion(1, PointUnit.WATT, SignConvention.LOAD);

  public Model {
    words = List.copyOf(words);
  }

  /** For people, such as "inverter" or "unknown". */
  public String title() {
    return layout().map(ModelLayout::title).orElse("unknown");
  }

  Optional<ModelLayout> layout() {
    return ModelLayout.find(id);
  }

  boolean is(ModelLayout wanted) {
    return wanted.ids().contains(id);
  }

  /**
   * What the device said when it was found, scaled, in the unit of the model; empty when it has no
   * value there.
   */
  public OptionalDouble value(String name) {
    ModelPoint point = point(name);
    OptionalInt factor = factor(point);
    return isPresent(point) && (factor.isPresent() || point.scaleFactor().isEmpty())
        ? measured(name, AS_IT_IS).decodeScaled(wordsOf(point), factor.orElse(0))
        : OptionalDouble.empty();
  }

  /**
   * What the device said when it was found: the points that it has a value for, scaled, in the unit
   * of the model and in the order of their registers, without the scale factors themselves.
   */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    layout().stream()
        .flatMap(it -> it.points().values().stream())
        .filter(it -> !it.name().endsWith("_SF"))
        .sorted(Comparator.comparingInt(ModelPoint::offset))
        .forEach(it -> value(it.name()).ifPresent(value -> values.put(it.name(), value)));
    return values;
  }

  /** Whether the device has the point, which it then had when it was found. */
  boolean has(String name) {
    return value(name).isPresent();
  }

  /** How a point is read again and again. */
  RegisterPoint measured(String name, Conversion conversion) {
    ModelPoint point = point(name);
    OptionalInt scaleRegister =
        point
            .scaleFactor()
            .map(it -> OptionalInt.of(address + point(it).offset()))
            .orElse(OptionalInt.empty());
    return registers(point, scaleRegister, conversion);
  }

  /**
   * How a point is written. Its scale factor is taken as it was found, since scale and value cannot
   * be written in one request.
   *
   * @param unit what one unit of the point is in W, unscaled
   */
  RegisterPoint command(String name, double unit, SignConvention sign) {
    ModelPoint point = point(name);
    double scale = unit * Math.pow(10, factor(point).orElse(0));
    return registers(point, OptionalInt.empty(), new Conversion(scale, PointUnit.WATT, sign));
  }

  /** A value for a point without scale factor, always with function 16, which all devices know. */
  RegisterWrite write(String name, long value) {
    ModelPoint point = point(name);
    int[] words = RegisterEncoding.of(point.type()).words(value);
    List<Integer> boxed = Arrays.stream(words).boxed().toList();
    return new RegisterWrite(RegisterTable.HOLDING, address + point.offset(), boxed, true);
  }

  private RegisterPoint registers(ModelPoint point, OptionalInt scale, Conversion conversion) {
    RegisterEncoding encoding = RegisterEncoding.of(point.type());
    int at = address + point.offset();
    return new RegisterPoint(
        RegisterTable.HOLDING, at, encoding, 0, scale, conversion, missing(point.type()));
  }

  private ModelPoint point(String name) {
    return layout()
        .orElseThrow(() -> new IllegalArgumentException("Nobody knows model " + id + "."))
        .get(name);
  }

  /** The power of ten of a point; empty when it has none or the device does not say it. */
  private OptionalInt factor(ModelPoint point) {
    return point
        .scaleFactor()
        .map(this::point)
        .filter(this::isPresent)
        .map(it -> OptionalInt.of((short) wordsOf(it)[0]))
        .orElse(OptionalInt.empty());
  }

  private boolean isPresent(ModelPoint point) {
    return point.end() <= words.size();
  }

  private int[] wordsOf(ModelPoint point) {
    return words.subList(point.offset(), point.end()).stream().mapToInt(it -> it).toArray();
  }

  /** What stands in place of a value that a device does not have. */
  private static Set<Long> missing(RegisterType type) {
    return switch (type) {
      case INT16, INT32, INT64 -> Set.of((type.mask() >>> 1) + 1);
      case UINT16, UINT32, UINT64 -> Set.of(type.mask());
      // Not a number, and a counter at 0: their types know by themselves.
      case FLOAT32, FLOAT64, ACC32, ACC64 -> Set.of();
      case BOOL, INT8, UINT8, BCD16, BCD32 ->
          throw new IllegalArgumentException("SunSpec has no " + type.key() + ".");
    };
  }
}
