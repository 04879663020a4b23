package energy.setpoint.der.sunspec;

/** Devices as makers sell them, with registers generated from the model definitions. */
public final class SunSpecDevices {

  private SunSpecDevices() {}

  /** 10 kW, produces 4200 W; limits by model 123 in hundredths of a percent. */
  public static SunSpecImage inverter() {
    return SunSpecImage.at(40_000)
        .common("Sunny Works", "Roof 10", "R-0815")
        .model(103, 50)
        .set("A", 183)
        .set("AphA", 61)
        .set("AphB", 60)
        .set("AphC", 62)
        .set("A_SF", -1)
        .set("PhVphA", 2_301)
        .set("PhVphB", 2_299)
        .set("PhVphC", 2_305)
        .set("V_SF", -1)
        .set("W", 420)
        .set("W_SF", 1)
        .model(120, 26)
        .set("DERTyp", 4)
        .set("WRtg", 12_000)
        .set("WRtg_SF", 0)
        .model(121, 30)
        .set("WMax", 1_000)
        .set("WMax_SF", 1)
        .model(123, 24)
        .set("WMaxLimPct", 10_000)
        .set("WMaxLimPct_SF", -2)
        .set("WMaxLimPct_RvrtTms", 0)
        .set("WMaxLim_Ena", 0)
        .end();
  }

  /** Produces 3500.5 W and takes no limit. */
  public static SunSpecImage floatInverter() {
    return SunSpecImage.at(0)
        .common("Fine Grain", "F", "7")
        .model(113, 60)
        .set("W", 3_500.5f)
        .end();
  }

  /** Exports 2530 W: 920 W in on L2, the rest out. Currents are signed. */
  public static SunSpecImage meter() {
    return SunSpecImage.at(50_000)
        .common("Count", "M3", "1")
        .model(203, 105)
        .set("W", -253)
        .set("WphA", -115)
        .set("WphB", 92)
        .set("WphC", -230)
        .set("W_SF", 1)
        .set("AphA", -500)
        .set("AphB", 400)
        .set("AphC", -1_000)
        .set("A_SF", -2)
        .end();
  }

  /** 5 kW each way, charges with 1500 W, 64 % full; the older storage model. */
  public static SunSpecImage battery() {
    return SunSpecImage.at(40_000)
        .common("Cellar", "B5", "42")
        .model(103, 50)
        .set("W", -1_500)
        .set("W_SF", 0)
        .model(124, 24)
        .set("WChaMax", 5_000)
        .set("WChaMax_SF", 0)
        .set("StorCtl_Mod", 0)
        .set("ChaState", 640)
        .set("ChaState_SF", -1)
        .set("OutWRte", 10_000)
        .set("InWRte", 10_000)
        .set("InOutWRte_SF", -2)
        .set("InOutWRte_RvrtTms", 0)
        .set("ChaGriSet", 0)
        .end();
  }

  /** The models of 2021 and later: 8 kW each way, discharges with 2000 W, 55 % full. */
  public static SunSpecImage newBattery() {
    return SunSpecImage.at(40_000)
        .common("Cellar", "B8", "43")
        .model(701, 153)
        .set("W", 200)
        .set("W_SF", 1)
        .model(702, 50)
        .set("WMaxRtg", 800)
        .set("W_SF", 1)
        .model(704, 65)
        .set("WMaxLimPctEna", 0)
        .set("WMaxLimPct", 1_000)
        .set("WMaxLimPct_SF", -1)
        .set("WMaxLimPctEnaRvrt", 0)
        .set("WMaxLimPctRvrtTms", 0)
        .set("WSetEna", 0)
        .set("WSetMod", 0)
        .set("WSet", 0)
        .set("WSet_SF", 0)
        .set("WSetEnaRvrt", 0)
        .set("WSetRvrtTms", 0)
        .model(713, 7)
        .set("SoC", 550)
        .set("Pct_SF", -1)
        .end();
  }
}
