using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>What keeps one from a database is said in words for people, without the password.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RefusedConnectionTests(PostgresRoom room)
{
    [Fact]
    public void A_server_that_is_down_is_said_to_be() => Refused("WB5304", "postgres://wb@127.0.0.1:1/market");

    [PostgresFact]
    public void A_wrong_user_or_password_is_said_to_be_one() => Refused("WB5306", room.Server.Address("postgres").Replace("wb@", "nobody-here@", StringComparison.Ordinal));

    [PostgresFact]
    public void A_missing_database_is_named() => Assert.Contains("no database nowhere", Refused("WB5307", room.Server.Address("nowhere")).Message, StringComparison.Ordinal);

    [PostgresFact]
    public void A_user_without_rights_is_told_which()
    {
        var address = room.Prepared();
        room.Server.Sql(address.Database, $"create role reader login password '{PostgresServer.Password}'");

        Assert.Equal("WB5313", Assert.Throws<WorkbenchException>(() => Market.Write(Market.Store(address with { User = "reader" }), Market.Ticks(5, 1, Market.Start))).Code);
    }

    [PostgresFact]
    public void A_missing_password_is_asked_for()
    {
        _ = room.Server.Port;
        Environment.SetEnvironmentVariable(PostgresAddress.PasswordVariable, null);
        try
        {
            Refused("WB5305", room.Server.Address("template1"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(PostgresAddress.PasswordVariable, PostgresServer.Password);
        }
    }

    static WorkbenchException Refused(string code, string address)
    {
        var refusal = Assert.Throws<WorkbenchException>(() => new PostgresSchema(PostgresAddress.Parse(address)).Status());
        Assert.Equal(code, refusal.Code);
        Assert.DoesNotContain(PostgresServer.Password, refusal.ToString(), StringComparison.Ordinal);
        return refusal;
    }
}
