package energy.setpoint.core.port;

import java.util.List;

/** Keeps the ledgers across restarts. */
public interface LedgerStore {

  /** Inserts an entry or replaces what was stored of the EVSE. */
  void save(LedgerEntry entry);

  List<LedgerEntry> list();
}
