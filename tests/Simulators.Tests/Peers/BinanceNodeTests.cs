using System.Text.Json;
using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Peers;

/// <summary>What the npm package "binance" understands of the Binance simulator, with either kind of key.</summary>
public sealed class BinanceNodeTests
{
    const string Name = "binance";
    const string Version = "3.6.5";

    // RFC 8032, section 7.1, test 1: a key that everybody knows.
    const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    const string Public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [NpmFact(Name, Version)]
    public async Task A_client_with_a_secret_trades_on_both_markets()
    {
        await using var simulator = await BinanceSimulator.Start();

        Check(await Trade(simulator, "sim-secret"));
    }

    [NpmFact(Name, Version)]
    public async Task A_client_with_an_Ed25519_key_logs_on_and_trades_on_both_markets()
    {
        await using var simulator = await BinanceSimulator.Start(new BinanceOptions { PublicKeyPem = Pem("PUBLIC", "302a300506032b6570032100" + Public) });

        var told = await Trade(simulator, Pem("PRIVATE", "302e020100300506032b657004220420" + Seed));

        Check(told);
        Assert.Equal("""{"status":"NEW","limits":3}""", told.GetProperty("spot").GetProperty("socket").GetRawText());
        Assert.Equal("CANCELED", told.GetProperty("spot").GetProperty("socketCancel").GetString());
        Assert.True(told.GetProperty("spot").GetProperty("session").GetBoolean());
    }

    static async Task<JsonElement> Trade(BinanceSimulator simulator, string secret)
    {
        var lines = await NpmPackage.Of(Name, Version).Run(
            Repository.Path("tests/Simulators.Tests/Peers/binance-node.mjs"), $"127.0.0.1:{simulator.Port}", "sim-key", secret);
        return JsonDocument.Parse(lines[^1]).RootElement;
    }

    static void Check(JsonElement told)
    {
        var (spot, futures) = (told.GetProperty("spot"), told.GetProperty("futures"));
        Same("""{"qty":"0.01000000","hasNewId":true}""", spot, "amended");
        Same("""["SUCCESS","SUCCESS"]""", spot, "replaced");
        Same("-2038", spot, "enlarged");
        Same("-2021", spot, "half");
        Same("-2022", spot, "failed");
        Same("""{"precision":-1111,"lot":-1013,"tick":-1013,"listenKey":-1020}""", spot, "errors");
        Assert.EndsWith("""["NEW","NEW"],["REPLACED","NEW"],["CANCELED","CANCELED"],["NEW","NEW"],["CANCELED","CANCELED"],["NEW","NEW"],["TRADE","FILLED"]]""",
            spot.GetProperty("events").GetRawText(), StringComparison.Ordinal);

        Same("""[true,"0.02"]""", futures, "modified");
        Same("-5027", futures, "unchanged");
        Same("\"NEW\"", futures, "acknowledged");
        Same("\"FILLED\"", futures, "result");
        Same("[0]", futures, "position");
        Same("""["FINISHED",true]""", futures, "triggered");
        Same("true", futures, "books");
    }

    static void Same(string json, JsonElement told, string field) => Assert.Equal(json, told.GetProperty(field).GetRawText());

    static string Pem(string kind, string hex) => $"-----BEGIN {kind} KEY-----\n{Convert.ToBase64String(Convert.FromHexString(hex))}\n-----END {kind} KEY-----\n";
}
