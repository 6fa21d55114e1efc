using System.Text;
using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>The record of repairs in a database: lines that are only ever added to, and a chain that shows what was changed.</summary>
[Collection(PostgresCollection.Name)]
public sealed class AuditTests(PostgresRoom room)
{
    [PostgresFact]
    public void Lines_come_back_in_their_order_and_each_instrument_has_its_own()
    {
        var audit = new PostgresAudit(room.Prepared());
        Add(audit, "SPY", "one");
        Add(audit, "AAPL", "other");
        Add(audit, "SPY", "two");

        Assert.Equal(["one", "two"], audit.Read("SPY").Select(What));
        Assert.Equal(["other"], audit.Read("AAPL").Select(What));
        Assert.Empty(audit.Read("MSFT"));
    }

    [PostgresFact]
    public void A_line_that_was_changed_moved_or_cut_off_is_found()
    {
        foreach (var change in (string[])
        [
            "update monitoring.audit set line = replace(line, 'two', 'ten') where number = 2",
            "update monitoring.audit set line = replace(line, 'three', 'ten') where number = 3",
            "delete from monitoring.audit where number = 3",
            "delete from monitoring.audit where number = 1",
            "update monitoring.audit set number = case number when 1 then 12 else 1 end where number in (1, 2)",
        ])
        {
            var address = room.Prepared();
            var audit = new PostgresAudit(address);
            Array.ForEach(["one", "two", "three"], what => Add(audit, "SPY", what));
            room.Server.Sql(address.Database, change);

            Assert.True(Assert.Throws<WorkbenchException>(() => audit.Read("SPY")).Code == "WB5318", change);
        }
    }

    static void Add(PostgresAudit audit, string symbol, string what) =>
        audit.Append(symbol, (number, previous) => Encoding.UTF8.GetBytes($$"""{"sequence":{{number}},"previous":"{{previous}}","what":"{{what}}"}"""));

    static string What(byte[] line) => Encoding.UTF8.GetString(line).Split('"')[^2];
}
