package energy.setpoint.der.sunspec;

import energy.setpoint.der.template.RegisterType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models that are understood, and where the points stand that are used of them: name, offset
 * from the register that holds the ID, type, and the point with its scale factor. Enumerations and
 * bit fields stand here as the unsigned numbers that they are on the wire.
 */
final class ModelLayout {

  static final ModelLayout COMMON = new ModelLayout("common", Set.of(1), "");

  static final ModelLayout INVERTER =
      new ModelLayout(
          "inverter",
          Set.of(101, 102, 103),
          """
          A       2  uint16  A_SF
          AphA    3  uint16  A_SF
          AphB    4  uint16  A_SF
          AphC    5  uint16  A_SF
          A_SF    6  int16
          PhVphA 10  uint16  V_SF
          PhVphB 11  uint16  V_SF
          PhVphC 12  uint16  V_SF
          V_SF   13  int16
          W      14  int16   W_SF
          W_SF   15  int16
          WH     24  acc32   WH_SF
          WH_SF  26  int16
          """);

  static final ModelLayout INVERTER_FLOAT =
      new ModelLayout(
          "inverter, floating point",
          Set.of(111, 112, 113),
          """
          A       2  float32
          AphA    4  float32
          AphB    6  float32
          AphC    8  float32
          PhVphA 16  float32
          PhVphB 18  float32
          PhVphC 20  float32
          W      22  float32
          WH     32  float32
          """);

  static final ModelLayout NAMEPLATE =
      new ModelLayout(
          "nameplate ratings",
          Set.of(120),
          """
          DERTyp     2  uint16
          WRtg       3  uint16  WRtg_SF
          WRtg_SF    4  int16
          """);

  static final ModelLayout SETTINGS =
      new ModelLayout(
          "basic settings",
          Set.of(121),
          """
          WMax       2  uint16  WMax_SF
          WMax_SF   22  int16
          """);

  static final ModelLayout STATUS =
      new ModelLayout(
          "extended measurements and status",
          Set.of(122),
          """
          PVConn     2  uint16
          StorConn   3  uint16
          ECPConn    4  uint16
          """);

  static final ModelLayout CONTROLS =
      new ModelLayout(
          "immediate controls",
          Set.of(123),
          """
          WMaxLimPct          5  uint16  WMaxLimPct_SF
          WMaxLimPct_WinTms   6  uint16
          WMaxLimPct_RvrtTms  7  uint16
          WMaxLimPct_RmpTms   8  uint16
          WMaxLim_Ena         9  uint16
          WMaxLimPct_SF      23  int16
          """);

  static final ModelLayout STORAGE =
      new ModelLayout(
          "basic storage controls",
          Set.of(124),
          """
          WChaMax             2  uint16  WChaMax_SF
          StorCtl_Mod         5  uint16
          ChaState            8  uint16  ChaState_SF
          OutWRte            12  int16   InOutWRte_SF
          InWRte             13  int16   InOutWRte_SF
          InOutWRte_WinTms   14  uint16
          InOutWRte_RvrtTms  15  uint16
          InOutWRte_RmpTms   16  uint16
          ChaGriSet          17  uint16
          WChaMax_SF         18  int16
          ChaState_SF        22  int16
          InOutWRte_SF       25  int16
          """);

  static final ModelLayout SEVERAL_INPUTS =
      new ModelLayout("several direct-current inputs", Set.of(160), "");

  static final ModelLayout METER =
      new ModelLayout(
          "meter",
          Set.of(201, 202, 203, 204),
          """
          A         2  int16  A_SF
          AphA      3  int16  A_SF
          AphB      4  int16  A_SF
          AphC      5  int16  A_SF
          A_SF      6  int16
          PhVphA    8  int16  V_SF
          PhVphB    9  int16  V_SF
          PhVphC   10  int16  V_SF
          V_SF     15  int16
          W        18  int16  W_SF
          WphA     19  int16  W_SF
          WphB     20  int16  W_SF
          WphC     21  int16  W_SF
          W_SF     22  int16
          """);

  static final ModelLayout METER_FLOAT =
      new ModelLayout(
          "meter, floating point",
          Set.of(211, 212, 213, 214),
          """
          A         2  float32
          AphA      4  float32
          AphB      6  float32
          AphC      8  float32
          PhVphA   12  float32
          PhVphB   14  float32
          PhVphC   16  float32
          W        28  float32
          WphA     30  float32
          WphB     32  float32
          WphC     34  float32
          """);

  static final ModelLayout DER_MEASUREMENT =
      new ModelLayout(
          "DER alternating-current measurement",
          Set.of(701),
          """
          W       10  int16   W_SF
          A       14  int16   A_SF
          WL1     41  int16   W_SF
          AL1     45  int16   A_SF
          VL1     47  uint16  V_SF
          WL2     64  int16   W_SF
          AL2     68  int16   A_SF
          VL2     70  uint16  V_SF
          WL3     87  int16   W_SF
          AL3     91  int16   A_SF
          VL3     93  uint16  V_SF
          A_SF   113  int16
          V_SF   114  int16
          W_SF   116  int16
          """);

  static final ModelLayout DER_CAPACITY =
      new ModelLayout(
          "DER capacity",
          Set.of(702),
          """
          WMaxRtg            2  uint16  W_SF
          WChaRteMaxRtg     10  uint16  W_SF
          WDisChaRteMaxRtg  11  uint16  W_SF
          WMax              26  uint16  W_SF
          WChaRteMax        34  uint16  W_SF
          WDisChaRteMax     35  uint16  W_SF
          W_SF              45  int16
          """);

  static final ModelLayout DER_ENTER_SERVICE =
      new ModelLayout("DER enter service", Set.of(703), "");

  static final ModelLayout DER_CONTROLS =
      new ModelLayout(
          "DER alternating-current controls",
          Set.of(704),
          """
          WMaxLimPctEna      14  uint16
          WMaxLimPct         15  uint16  WMaxLimPct_SF
          WMaxLimPctEnaRvrt  17  uint16
          WMaxLimPctRvrtTms  18  uint32
          WSetEna            22  uint16
          WSetMod            23  uint16
          WSet               24  int32   WSet_SF
          WSetPct            28  int16   WSetPct_SF
          WSetEnaRvrt        30  uint16
          WSetRvrtTms        31  uint32
          WMaxLimPct_SF      54  int16
          WSet_SF            55  int16
          WSetPct_SF         56  int16
          """);

  static final ModelLayout DER_CURVES =
      new ModelLayout("DER curves", Set.of(705, 706, 707, 708, 709, 710, 711, 712), "");

  static final ModelLayout DER_STORAGE =
      new ModelLayout(
          "DER storage capacity",
          Set.of(713),
          """
          SoC     4  uint16  Pct_SF
          Pct_SF  8  int16
          """);

  static final ModelLayout DER_DIRECT_CURRENT =
      new ModelLayout(
          "DER direct-current measurement",
          Set.of(714),
          """
          NPrt      4  uint16
          DCW       6  int16   DCW_SF
          DCW_SF   17  int16
          """);

  private static final List<ModelLayout> ALL =
      List.of(
          COMMON,
          INVERTER,
          INVERTER_FLOAT,
          NAMEPLATE,
          SETTINGS,
          STATUS,
          CONTROLS,
          STORAGE,
          SEVERAL_INPUTS,
          METER,
          METER_FLOAT,
          DER_MEASUREMENT,
          DER_CAPACITY,
          DER_ENTER_SERVICE,
          DER_CONTROLS,
          DER_CURVES,
          DER_STORAGE,
          DER_DIRECT_CURRENT);

  private final String title;
  private final Set<Integer> ids;
  private final Map<String, ModelPoint> points;

  private ModelLayout(String title, Set<Integer> ids, String table) {
    this.title = title;
    this.ids = ids;
    this.points =
        table.lines().map(ModelPoint::parse).collect(Collectors.toMap(ModelPoint::name, it -> it));
  }

  static List<ModelLayout> all() {
    return ALL;
  }

  static Optional<ModelLayout> find(int id) {
    return ALL.stream().filter(it -> it.ids.contains(id)).findFirst();
  }

  /** For people. */
  String title() {
    return title;
  }

  Set<Integer> ids() {
    return Set.copyOf(ids);
  }

  Map<String, ModelPoint> points() {
    return Map.copyOf(points);
  }

  /**
   * A point of this layout.
   *
   * @throws IllegalArgumentException when it has none of this name
   */
  ModelPoint get(String name) {
    ModelPoint point = points.get(name);
    if (point == null) {
      throw new IllegalArgumentException("The layout '" + title + "' has no point " + name + ".");
    }
    return point;
  }

  /**
   * One line of a layout.
   *
   * @param offset from the register that holds the ID
   * @param scaleFactor name of the point with the power of ten
   */
  record ModelPoint(String name, int offset, RegisterType type, Optional<String> scaleFactor) {

    private static ModelPoint parse(String line) {
      String[] cells = line.strip().split("\\s+");
      RegisterType type =
          Arrays.stream(RegisterType.values())
              .filter(it -> it.key().equals(cells[2]))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("No type in: " + line));
      Optional<String> factor = cells.length > 3 ? Optional.of(cells[3]) : Optional.empty();
      return new ModelPoint(cells[0], Integer.parseInt(cells[1]), type, factor);
    }

    int end() {
      return offset + type.registers();
    }
  }
}
