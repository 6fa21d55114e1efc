using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Brokers.Tests")]
