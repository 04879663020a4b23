package energy.setpoint.der.sunspec;

import energy.setpoint.der.sunspec.ModelLayout.ModelPoint;
import energy.setpoint.der.template.RegisterPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The registers of a device that speaks SunSpec; what is not set has no value. */
public final class SunSpecImage implements RegisterSource {

  private final Map<Integer, Integer> registers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int end;
  private int model;

  private SunSpecImage(int base) {
    put(base, 0x5375);
    put(base + 1, 0x6E53);
    end = base + 2;
  }

  /** A chain without end model, which {@link #end()} adds. */
  public static SunSpecImage at(int base) {
    return new SunSpecImage(base);
  }

  /** The common model in front of all others. */
  public SunSpecImage common(String maker, String name, String serialNumber) {
    model(1, 66);
    text(2, 16, maker);
    text(18, 16, name);
    text(42, 8, "");
    text(50, 16, serialNumber);
    return this;
  }

  /** A model of which no point has a value yet. */
  public SunSpecImage model(int id, int length) {
    model = end;
    put(end, id);
    put(end + 1, length);
    for (int i = 0; i < length; i++) {
      put(end + 2 + i, 0xFFFF);
    }
    ModelLayout.find(id).ifPresent(it -> it.points().values().forEach(this::missing));
    end += 2 + length;
    return this;
  }

  /** Raw number of a point of the last model. */
  public SunSpecImage set(String point, long raw) {
    ModelPoint found = ModelLayout.find(registers.get(model)).orElseThrow().get(point);
    int count = found.type().registers();
    for (int i = 0; i < count; i++) {
      put(model + found.offset() + i, (int) (raw >>> 16 * (count - 1 - i)));
    }
    return this;
  }

  public SunSpecImage set(String point, float number) {
    return set(point, Float.floatToIntBits(number));
  }

  /** Raw register of the last model. */
  public SunSpecImage raw(int offset, int word) {
    put(model + offset, word);
    return this;
  }

  public SunSpecImage end() {
    put(end, 0xFFFF);
    put(end + 1, 0);
    return this;
  }

  /** Address of the last model. */
  public int address() {
    return model;
  }

  /** All registers by address. */
  public Map<Integer, Integer> registers() {
    return Map.copyOf(registers);
  }

  /** Such as {@code 40000+2}, in order. */
  List<String> requests() {
    return requests;
  }

  @Override
  public Optional<int[]> read(int address, int count) {
    requests.add(address + "+" + count);
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      Integer word = registers.get(address + i);
      if (word == null) {
        return Optional.empty();
      }
      words[i] = word;
    }
    return Optional.of(words);
  }

  /** What a point says, its scale factor included. */
  OptionalDouble quantity(RegisterPoint point) {
    int[] words = read(point.address(), point.registers()).orElseThrow();
    return point.scaleRegister().isEmpty()
        ? point.decode(words)
        : point.decodeScaled(words, registers.get(point.scaleRegister().getAsInt()));
  }

  private void missing(ModelPoint point) {
    switch (point.type()) {
      case INT16 -> set(point.name(), 0x8000);
      case INT32 -> set(point.name(), 0x8000_0000L);
      case FLOAT32 -> set(point.name(), Float.NaN);
      case ACC32 -> set(point.name(), 0);
      default -> set(point.name(), -1);
    }
  }

  private void text(int offset, int length, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < length; i++) {
      int high = 2 * i < bytes.length ? bytes[2 * i] : 0;
      int low = 2 * i + 1 < bytes.length ? bytes[2 * i + 1] : 0;
      raw(offset + i, high << 8 | low);
    }
  }

  private void put(int address, int word) {
    registers.put(address, word & 0xFFFF);
  }
}
