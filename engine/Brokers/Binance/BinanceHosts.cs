using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Where one of Binance's markets is found. The default is never the live one.</summary>
/// <param name="Rest">Root of the REST calls.</param>
/// <param name="Streams">Root of the market streams.</param>
/// <param name="Events">Where own events are heard: the WebSocket API at spot, the root of the private streams at futures.</param>
public sealed record BinanceHosts(Uri Rest, Uri Streams, Uri Events)
{
    /// <summary>Root of the calls that tell what a key may do; null where the environment has none.</summary>
    public Uri? Keys { get; init; }

    /// <summary>The testnet of spot, the demo of futures: play money.</summary>
    public static BinanceHosts Testnet(BinanceMarket market) => market == BinanceMarket.Spot
        ? Of("https://testnet.binance.vision", "wss://stream.testnet.binance.vision", "wss://ws-api.testnet.binance.vision/ws-api/v3")
        : Of("https://demo-fapi.binance.com", "wss://demo-fstream.binance.com", "wss://demo-fstream.binance.com");

    /// <summary>Real money.</summary>
    public static BinanceHosts Live(BinanceMarket market) => (market == BinanceMarket.Spot
        ? Of("https://api.binance.com", "wss://stream.binance.com:9443", "wss://ws-api.binance.com:443/ws-api/v3")
        : Of("https://fapi.binance.com", "wss://fstream.binance.com", "wss://fstream.binance.com")) with { Keys = new Uri("https://api.binance.com") };

    /// <summary>All of it at one address, as a simulator offers it, such as <c>http://127.0.0.1:5001</c>.</summary>
    public static BinanceHosts At(BinanceMarket market, Uri root)
    {
        var socket = new UriBuilder(root) { Scheme = root.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;
        return new BinanceHosts(root, socket, market == BinanceMarket.Spot ? new Uri(socket, "/ws-api/v3") : socket);
    }

    /// <summary>The hosts of an environment as keys name it.</summary>
    /// <exception cref="WorkbenchException">There is no such environment.</exception>
    public static BinanceHosts For(BinanceMarket market, string environment) => environment switch
    {
        "practice" or "testnet" or "demo" => Testnet(market),
        "live" => Live(market),
        _ => throw BinanceErrors.NoSuchEnvironment(environment),
    };

    static BinanceHosts Of(string rest, string streams, string events) => new(new Uri(rest), new Uri(streams), new Uri(events));
}
