using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>How the address of a database is read, and that no password leaves it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://wb@db.example:6000/market", "postgres://wb@db.example:6000/market")]
    [InlineData("postgresql://db.example/market", "postgres://db.example:5432/market")]
    [InlineData("postgres://a%40b@10.0.0.1/x?sslmode=verify-full", "postgres://a%40b@10.0.0.1:5432/x?sslmode=verify-full")]
    public void An_address_is_shown_in_one_form(string text, string shown) => Assert.Equal(shown, PostgresAddress.Parse(text).ToString());

    [Theory]
    [InlineData("mysql://wb@host/db", "WB5301")]
    [InlineData("postgres://wb@host", "WB5301")]
    [InlineData("postgres://wb@host/a/b", "WB5301")]
    [InlineData("postgres://wb@host/db?sslmod=require", "WB5302")]
    [InlineData("postgres://wb@host/db?sslmode=maybe", "WB5303")]
    public void What_is_no_address_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => PostgresAddress.Parse(text)).Code);

    [Theory]
    [InlineData("postgres://wb:hunter2@host/db", "postgres://wb@host/db")]
    [InlineData("postgres://wb:hun@ter2@host/db?nonsense=1", "postgres://wb@host/db?nonsense=1")]
    [InlineData("postgres://wb@host/db", "postgres://wb@host/db")]
    [InlineData("data/lake:hunter2@x", "data/lake:hunter2@x")]
    public void A_password_in_an_address_is_masked(string text, string masked) => Assert.Equal(masked, PostgresAddress.Masked(text));

    [Fact]
    public void A_password_in_an_address_becomes_the_process_s_own_and_is_in_no_text()
    {
        var before = Environment.GetEnvironmentVariable(PostgresAddress.PasswordVariable);
        try
        {
            var address = PostgresAddress.Parse("postgres://wb:hunt%40er2@host/db");

            Assert.Equal("hunt@er2", Environment.GetEnvironmentVariable(PostgresAddress.PasswordVariable));
            Assert.DoesNotContain("hunt", address.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(PostgresAddress.PasswordVariable, before);
        }
    }

    [Fact]
    public void A_refused_address_shows_no_password() =>
        Assert.DoesNotContain("hunter2", Assert.Throws<WorkbenchException>(() => PostgresAddress.Parse("postgres://wb:hunter2@host")).ToString(), StringComparison.Ordinal);
}
