using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Oanda;

/// <summary>An open stream: one line of JSON after another in an answer that does not end.</summary>
sealed class OandaLine(HttpContext http, Faults faults) : IDisposable
{
    readonly JsonSerializerOptions json = OandaGate.Json(http);
    readonly SemaphoreSlim oneAtATime = new(1);
    volatile bool isSilent;

    public async Task Open()
    {
        http.Response.ContentType = "application/octet-stream";
        await http.Response.StartAsync(http.RequestAborted).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>From now on nothing comes, and the connection stays: half open.</summary>
    public void FallSilent() => isSilent = true;

    public void Break() => http.Abort();

    public async Task Tell(object line)
    {
        if (isSilent)
        {
            return;
        }

        await oneAtATime.WaitAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, json), (byte)'\n'];
            var isBroken = faults.Take(FaultKind.CloseMidFrame);
            await http.Response.Body.WriteAsync(isBroken ? bytes.AsMemory(0, bytes.Length / 2) : bytes, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
            if (isBroken)
            {
                // Time for the half to leave before the reset would overtake it.
                await Task.Delay(50, http.RequestAborted).ConfigureAwait(false);
                Break();
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();
}
