using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.App.Tests")]
