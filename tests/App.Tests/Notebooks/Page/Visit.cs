namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>A served folder with a browser on it, for the tests of one class; each opens a notebook of its own.</summary>
public sealed class Visit : IAsyncLifetime
{
    Served? served;
    Chromium? chromium;

    internal Served Served => served!;

    internal Chromium Chromium => chromium!;

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is null)
        {
            served = await Served.Start();
            chromium = await Chromium.Start();
        }
    }

    /// <summary>Opens a notebook with these cells, and waits until it can be used.</summary>
    internal async Task Open(string name, params string[] cells)
    {
        Served.Write(name, cells);
        await Show(name);
    }

    /// <summary>Opens a notebook that is there.</summary>
    internal async Task Show(string name)
    {
        await Chromium.Open(Served.Server.Address(name));
        await Chromium.Until($"location.pathname === '/edit/{name}' && document.querySelector('#cells[data-ready]') !== null && document.getElementById('kernel').classList.contains('idle')");
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (served is not null)
        {
            await served.DisposeAsync();
        }
    }
}
