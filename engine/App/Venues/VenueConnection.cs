using Workbench.Model;
using Workbench.Platform.Resilience;

namespace Workbench.App;

/// <summary>A venue as a session uses it: its order side, its prices, and the pipeline that all its calls go through.</summary>
sealed class VenueConnection(IVenue venue, IFeed feed, VenueHandler handler, HttpClient http) : IAsyncDisposable
{
    /// <summary>The order side.</summary>
    public IVenue Venue => venue;

    /// <summary>The prices.</summary>
    public IFeed Feed => feed;

    /// <summary>The pipeline.</summary>
    public VenueHandler Pipeline => handler;

    public async ValueTask DisposeAsync()
    {
        await venue.DisposeAsync().ConfigureAwait(false);
        if (!ReferenceEquals(venue, feed))
        {
            await feed.DisposeAsync().ConfigureAwait(false);
        }

        http.Dispose();
        handler.Dispose();
    }
}
