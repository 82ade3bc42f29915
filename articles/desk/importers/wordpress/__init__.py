"""An archive of WordPress → reports: export is read, site_map says where, posts converts, run stores."""
