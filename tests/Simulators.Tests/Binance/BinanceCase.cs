using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Binance;

/// <summary>A simulator of its own for each test, and a caller who holds its key.</summary>
public abstract class BinanceCase : IAsyncLifetime
{
    private protected BinanceSimulator Simulator { get; private set; } = null!;

    private protected Caller Caller { get; private set; } = null!;

    private protected virtual BinanceOptions Options => new();

    public async Task InitializeAsync()
    {
        Simulator = await BinanceSimulator.Start(Options);
        Caller = new Caller(Simulator);
    }

    public async Task DisposeAsync()
    {
        Caller.Dispose();
        await Simulator.DisposeAsync();
    }

    private protected async Task<Ear> OwnSpotEvents()
    {
        var ear = await Ear.Open(Simulator.SocketApiUri);
        var payload = $"apiKey=sim-key&timestamp={Caller.Now}";
        var sent = string.Join(',', $"{payload}&signature={BinanceSignature.Hmac("sim-secret", payload)}".Split('&').Select(pair => $"\"{pair.Split('=')[0]}\":\"{pair.Split('=')[1]}\""));
        await ear.Say($"{{\"id\":1,\"method\":\"userDataStream.subscribe.signature\",\"params\":{{{sent}}}}}");
        await ear.Await(answer => answer.TryGetProperty("result", out _), "subscription");
        return ear;
    }

    private protected async Task<Ear> OwnFuturesEvents()
    {
        var key = (await Caller.Send("POST", "/fapi/v1/listenKey"))["listenKey"];
        return await Ear.Open(Simulator.FuturesStreamUri, $"/private/ws?listenKey={key}");
    }
}
