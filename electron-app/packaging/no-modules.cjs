/** Tells electron-builder that modules are taken care of: the bundles hold them. @returns {Promise<boolean>} */
module.exports.default = async () => false;
