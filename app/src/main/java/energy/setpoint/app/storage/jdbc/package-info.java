/** The tables: stores and queries in SQL; every call goes to the database and may fail with it. */
@NullMarked
package energy.setpoint.app.storage.jdbc;

import org.jspecify.annotations.NullMarked;
